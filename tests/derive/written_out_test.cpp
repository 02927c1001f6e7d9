// SPDX-License-Identifier: MIT
// A derivation as a formula and as text.
#include "derive/judge/written_out.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

const Derivation& of(const Sample& sample, std::string_view number) {
  const Story& told = sample.judged().stories[sample.find(number)];
  if (told.by == nowhere) throw std::runtime_error("nothing yields it in test");
  return sample.derived.derivations[told.by];
}

TEST_CASE("what stands in one piece is shown as written, on one line") {
  const Sample sample("So **12** nodes\n× 64 GB = 768 GB.");
  CHECK(sample.calculation(of(sample, "768 GB")) == "12** nodes × 64 GB");
  const Sample plain("12M × (3 KB + 500 B) = 42 GB");
  CHECK(plain.calculation(of(plain, "42 GB")) == "12M × (3 KB + 500 B)");
}

TEST_CASE("what is put together is shown with signs, gaps filled") {
  const Sample sum("- TLS: 12 ms\n- lookup: 8 ms\n- write: 21 ms\n- Total: 41 ms\n");
  CHECK(sum.calculation(of(sum, "41 ms")) == "12 ms + 8 ms + 21 ms");
  const Sample gap("12M × 3 KB = 36 GB; × 3 copies = 108 GB");
  CHECK(gap.calculation(of(gap, "108 GB")) == "36 GB × 3 copies");
}

TEST_CASE("a formula comes to the same as the calculation") {
  struct Row {
    const char* text;
    const char* number;
    double value;
  };
  const Row rows[] = {{"12M × 3 KB = 36 GB", "36 GB", 36e9},
                      {"ceil(100.8) = 101", "101", 101},
                      {"100 × 1.4^2 = 196", "196", 196},
                      {"12M × 3 KB = 36 GB; × 3 copies = 108 GB", "108 GB", 108e9}};
  for (const Row& row : rows) {
    INFO(row.text);
    const Sample sample(row.text);
    const auto calculation = written_out(sample.page(), sample.sources, of(sample, row.number));
    CHECK(value_of(calculation.formula).value_or(0.0) == Approx(row.value));
  }
}

TEST_CASE("a figure is a quantity in its own unit") {
  const Sample sample("We store 36 GB/day.");
  const units::Stated stated = stated_of(sample.page(), 0);
  CHECK(stated.number == 36);
  CHECK(stated.unit_text == "GB/day");
  CHECK(stated.interval.value == Approx(36e9 / 86400));
}

TEST_CASE("a named operand that was found is shown with its number") {
  const Sample sample("QPS = 5,000\n\nPeak: QPS × 3 = 15,000");
  CHECK(sample.calculation(of(sample, "15,000")).find("5,000") != std::string::npos);
}

}  // namespace
}  // namespace reckon::derive
