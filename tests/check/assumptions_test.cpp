// SPDX-License-Identifier: MIT
// Calculations against the numbers that the document assumes.
#include "check/assumptions.hpp"

#include "check/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::check {
namespace {

constexpr const char* assumptions =
    "## Assumptions\n\n- 50M daily active users\n- 8 requests per user per day\n- 200 B per event\n\n## "
    "Load\n\n";

struct Case {
  const char* line;
  std::size_t findings;
};

TEST_CASE("a calculation that is about the assumptions has to keep to them") {
  const Case cases[] = {
      {"- 50M daily active users × 8 requests per user per day = 400M requests/day", 0},
      {"- 80M daily active users × 8 requests per user per day = 640M requests/day", 1},
      {"- 50M daily active users × 12 requests per user per day = 600M requests/day", 1},
      // Three words name one thing; of one word there may be several.
      {"- 80M daily active users × 3 sessions = 240M sessions", 1},
      {"- 80M users × 3 sessions = 240M sessions", 0},
      // A unit alone names nothing.
      {"- 50M daily active users × 900 B = 45 GB", 0},
  };
  for (const Case& c : cases) {
    const Sample sample(std::string(assumptions) + c.line + "\n", "plan.md");
    INFO(c.line << sample.complaints());
    std::size_t found = 0;
    for (const Finding& finding : sample.review.findings)
      found += finding.diagnostic.code == "assumption.not-kept" ? 1U : 0U;
    CHECK(found == c.findings);
  }
}

TEST_CASE("an assumption with two values binds nobody") {
  const Sample sample(
      "## Assumptions\n\n- 50M daily active users in 2024\n- 80M daily active users in 2026\n"
      "- 8 requests per user per day\n\n## Load\n\n"
      "- 80M daily active users × 8 requests per user per day = 640M requests/day\n",
      "plan.md");
  CHECK(sample.find("assumption.not-kept") == nullptr);
}

TEST_CASE("the finding points at both places") {
  const Sample sample(std::string(assumptions) +
                          "- 80M daily active users × 8 requests per user per day = 640M requests/day\n",
                      "plan.md");
  const Finding* const finding = sample.find("assumption.not-kept");
  REQUIRE(finding != nullptr);
  CHECK(sample.text(finding->diagnostic.primary.span) == "80M");
  REQUIRE(finding->diagnostic.secondary.size() == 1);
  CHECK(sample.text(finding->diagnostic.secondary.front().span) == "50M");
}

}  // namespace
}  // namespace reckon::check
