// SPDX-License-Identifier: MIT
// Where the operands of a number may stand.
#include "derive/page/window.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

struct Around {
  explicit Around(const Sample& of, std::string_view target)
      : sample(of), naming(name_mentions(of.page())), is_result(of.page().mentions.size(), false) {
    candidates = Windows(of.page(), naming, is_result).around(of.find(target));
  }
  /// The weight of a candidate; 0 for none.
  [[nodiscard]] double weight(std::string_view text) const {
    for (const Candidate& candidate : candidates) {
      if (candidate.mention != nowhere && sample.text(candidate.mention) == text) return candidate.weight;
    }
    return 0.0;
  }

  const Sample& sample;
  Naming naming;
  std::vector<bool> is_result;
  std::vector<Candidate> candidates;
};

TEST_CASE("the nearer a number stands, the more it weighs") {
  const Sample sample(
      "There are 31 nodes.\n\nIn the past 17 days passed. Now 12 nodes with 64 GB make 768 GB.\n");
  const Around around(sample, "768 GB");
  CHECK(around.weight("64 GB") > around.weight("17 days"));
  CHECK(around.weight("12 nodes") > around.weight("17 days"));
  CHECK(around.weight("17 days") > 0.0);
  CHECK(around.weight("31 nodes") > 0.0);
  CHECK(around.weight("768 GB") == 0.0);
}

TEST_CASE("a row, a header and the cell above are near to a cell") {
  const Sample sample("| n | over 3 zones |\n|---|---|\n| 12 | 36 |\n| 15 | 45 |\n");
  const Around around(sample, "45");
  CHECK(around.weight("15") > around.weight("36"));
  CHECK(around.weight("36") > 0.0);
  CHECK(around.weight("3 zones") > 0.0);
}

TEST_CASE("names, ranges, nought and a bare one are no operands") {
  const Sample sample("With TLS 1.3, 0 errors, 5-9 ms and 1 of 400 we get 48.");
  const Around around(sample, "48");
  CHECK(around.weight("1.3") == 0.0);
  CHECK(around.weight("0 errors") == 0.0);
  CHECK(around.weight("5-9 ms") == 0.0);
  CHECK(around.weight("1") == 0.0);
  CHECK(around.weight("400") > 0.0);
}

TEST_CASE("periods that no number tells come last and weigh little") {
  const Sample sample("12 nodes make 48 GB.");
  const Around around(sample, "48 GB");
  REQUIRE(around.candidates.size() == 8);
  CHECK(around.candidates.back().mention == nowhere);
  CHECK(around.candidates.back().period == arithmetic::Period::year);
  CHECK(around.candidates.back().weight < around.weight("12 nodes"));
}

TEST_CASE("a window is bounded, whatever the document") {
  std::string text;
  for (int i = 0; i < 80; ++i) text += std::to_string(1000 + i) + " nodes, ";
  const Sample sample(text + "and 77 nodes.");
  CHECK(Around(sample, "77 nodes").candidates.size() <= 47);
}

}  // namespace
}  // namespace reckon::derive
