// SPDX-License-Identifier: MIT
// What is written like a calculation and is none, and beside it what is one.
#include "derive/verdicts.hpp"

namespace reckon::derive {

TEST_CASE("a share of what is not said is no number of its own") {
  check_none({"- 20% quota = 200", "- Cost: 2.9% + $0.30 = $1.75", "A 0.1% error rate = 400 errors a day"},
             "contradicted");
  check_all({"99.9% of 30 days = 4.32 minutes of downtime", "5 % × 2000 requests = 10 requests"},
            "contradicted");
}

TEST_CASE("scores, splits and versions are not divided or subtracted") {
  check_none({"- Score: 21/30 = 3 + 4 + 4 + 4 + 3 + 3", "`5/4/4/3 = 16/20`", "A 2-2 split = 4 nodes",
              "Score 4-7 = Level 3"},
             "contradicted");
  check_all({"1200 / 40 = 300", "16-4 = 10"}, "contradicted");
}

TEST_CASE("an equation with an unknown is solved by its reader") {
  check_none({"Solve 3x + 4 = 19"}, "contradicted");
  check_all({"3 + 4 = 19"}, "contradicted");
}

TEST_CASE("a yearly price gives a monthly one") {
  check_none({"8 engineers × $300K = $200K/month"}, "contradicted");
  check_all({"8 engineers × $300K = $20K/month"}, "contradicted");
}

TEST_CASE("the head of a chain whose calculation has a result of its own may be another quantity") {
  check_none({"14x burn = 14/720 = 1.94% of the budget", "Gold: 99.9% → budget = 0.1% × 30 days = 43 min"},
             "contradicted");
}

TEST_CASE("operators and calls that are not read cut a calculation") {
  check_none({"chunks = (90 - 0) // 60 + 1 = 1 + 1 = 2", "6 << 2 = 6 * 4 = 24", "f(3 + 4) = 12",
              "fuel -= 30 - 20 = 40", "end=min(49,300)=49", "pass^3=0.51  pass^8=0.17",
              "9 cells × 620 km² = 5,580 km²"},
             "contradicted");
}

TEST_CASE("a stop behind three decimals ends a sentence") {
  check_all({"The sum is 8.432 + 6.105 = 14.537."}, "recomputed");
}

}  // namespace reckon::derive
