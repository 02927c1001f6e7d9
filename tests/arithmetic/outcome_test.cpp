// SPDX-License-Identifier: MIT
// Everything that an expression can come to, each value once with its cheapest price.
#include "arithmetic/outcome.hpp"

#include "arithmetic/evaluate.hpp"
#include "arithmetic/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::arithmetic {
namespace {

std::vector<Outcome> evaluate(const Sample& sample, const Names& names = {}) {
  Surroundings around;
  const Side& side = sample.chain().sides.front();
  look_around(sample.tokens, sample.nodes, side, around);
  return outcomes(sample.tokens, sample.nodes, side, around, names);
}

/// "416.667 s^-1 @0.5 known-period": dimensions other than time are left out.
std::string show(const Outcome& outcome) {
  std::string out = fmt::format("{:g}", outcome.value);
  if (outcome.cost > 0.0F) out += fmt::format(" @{:g}", outcome.cost);
  for (const Price& price : price_table()) {
    const bool is_told = (outcome.supposed & one(price.supposition)) != 0;
    if (is_told) out += " " + std::string(price.id);
  }
  return out;
}

bool has(const std::vector<Outcome>& all, std::string_view wanted) {
  return std::any_of(all.begin(), all.end(), [&](const Outcome& o) { return show(o) == wanted; });
}

TEST_CASE("the first outcome is what is written, the others suppose something") {
  struct Row {
    const char* text;
    const char* written;
    std::vector<const char*> others;
  };
  const Row rows[] = {
      {"36M / 86,400", "416.667", {"416.667 @0.5 known-period", "416.667 @1 letter-as-unit"}},
      {"99.9 % × 30 days", "2.58941e+06", {"2592 @0.5 remainder", "29.97 @1 period-as-count"}},
      {"1,000 + 20 %", "1000.2", {"1200 @0.5 percent-added"}},
      {"160 / 136", "1.17647", {"1 @4 integer-division"}},
      {"100 samples / 20 s", "5", {"2000 @2 once-in-each"}},
      {"80 TB × $0.02", "1.6e+12", {"1600 @2 price-unit-unsaid"}},
      {"5 KB × 1024", "5.12e+06", {"5000 @0.5 prefix-step", "5120 @0.5 prefix-step"}},
      {"2B × 64B", "1.28e+11", {"1.28e+20 @0.7 letter-as-scale", "128 @1 letter-as-unit"}},
      {"ceil(100.8) × 1", "101", {}},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto all = evaluate(Sample(row.text));
    REQUIRE_FALSE(all.empty());
    CHECK(show(all.front()) == row.written);
    for (const char* other : row.others) {
      INFO(other);
      CHECK(has(all, other));
    }
  }
}

TEST_CASE("a rate times a time is a total, and no count of periods") {
  for (const Outcome& outcome : evaluate(Sample("2 MB/s × 30 days"))) {
    INFO(show(outcome));
    CHECK((outcome.supposed & one(Supposition::period_as_count)) == 0);
  }
}

TEST_CASE("equal outcomes are kept once, so that their number stays small") {
  CHECK(evaluate(Sample("60 × 60 × 24 × 7")).size() <= 24);
  CHECK(evaluate(Sample("1K × 1K × 1K × 1K × 1K × 1K × 1K × 1K × 1K × 1K")).size() <= 96);
}

TEST_CASE("hidden digits widen an outcome; counted things and powers have none") {
  const auto width = [](const char* text) {
    const Outcome outcome = evaluate(Sample(text)).front();
    return (outcome.high - outcome.low) / outcome.value;
  };
  CHECK(width("1.5 × 100.0") == Approx(0.1 / 1.5).epsilon(0.05));
  CHECK(width("12 × 4") == 0.0);
  CHECK(width("2^10 × 3") == 0.0);
  CHECK(width("ceil(1.5 × 3)") == 0.0);
}

TEST_CASE("sums need one kind; a bare term takes the unit of the other") {
  CHECK(evaluate(Sample("3 GB + 2 s")).empty());
  CHECK(show(evaluate(Sample("3 GB + 2 GB")).front()) == "5e+09");
  CHECK(evaluate(Sample("3 + 2 GB")).front().value == 5e9);
  CHECK(evaluate(Sample("6 + 18 + 15 ms")).front().value == Approx(0.039));
}

TEST_CASE("what is divided by nothing or runs out of range has no outcome") {
  CHECK(evaluate(Sample("5 / 0")).empty());
  CHECK(evaluate(Sample("1e300 × 1e300")).empty());
}

TEST_CASE("names and gaps come to what they are looked up as") {
  const Sample sample("QPS × 3");
  CHECK(evaluate(sample).empty());
  const Names names{[](const void*, const Node&) -> std::optional<Outcome> {
                      Outcome out;
                      out.value = out.low = out.high = 5000.0;
                      return out;
                    },
                    nullptr};
  CHECK(evaluate(sample, names).front().value == 15000.0);
}

TEST_CASE("a figure brings its period and its prefix along") {
  const Sample sample("36 GB/day × 2");
  const Outcome outcome = outcome_of(sample.tokens.figures.front());
  CHECK(outcome.periods == 1U << static_cast<unsigned>(Period::day));
  CHECK(outcome_of(Sample("36 GB × 2").tokens.figures.front()).prefixes == 1U << 3U);
  CHECK(outcome_of(Period::day).value == 86400.0);
}

TEST_CASE("what stands around an expression is looked at once") {
  const auto around = [](const char* text) {
    const Sample sample(text);
    Surroundings out;
    look_around(sample.tokens, sample.nodes, sample.chain().sides.front(), out);
    return fmt::format("{}{}{}{}", out.data ? "data " : "", out.time ? "time " : "",
                       out.money ? "money " : "", out.rate ? "rate" : "");
  };
  CHECK(around("5 GB × 3") == "data ");
  CHECK(around("5 GB/day × 3") == "data time rate");
  CHECK(around("$5 × 3 h") == "time money ");
  CHECK(around("5 × 3").empty());
}

}  // namespace
}  // namespace reckon::arithmetic
