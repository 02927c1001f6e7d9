// SPDX-License-Identifier: MIT
// What a calculation leaves out because the text has said it, and what it may not leave out.
#include "derive/verdicts.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

TEST_CASE("what the text says more fully of an operand is no slip") {
  check_none({"- Intake: 6 TB/day\n- Archive: 1 year × 6 TB = 2.19 PB\n",
              "- Put: $1.25 per million\n\n```\nPuts: 0.8M × $1.25 = $1.00\n```\n",
              "Cost per 1000 calls:\n- Year 1: $45 / 225M calls = $0.0002\n",
              "2,500 texts × ~300 tokens each = 750K tokens\nTraining: $0.008/1K tokens × 750 = $6.00\n"},
             "contradicted");
}

TEST_CASE("a period that no place says is still missing") {
  check_all(
      {"- Intake: 6 TB/day\n- Archive: 1 year × 7 TB = 2.555 PB\n",
       "300 million posts/day\n\n300 million posts × 24 hours × 3600 seconds = 3472 posts per second\n"},
      "contradicted");
}

}  // namespace
}  // namespace reckon::derive
