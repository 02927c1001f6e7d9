// SPDX-License-Identifier: MIT
// What no operator says: a number that others of its surroundings yield.
#include "derive/nearby.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

TEST_CASE("words and units let two numbers yield a third") {
  struct Row {
    const char* text;
    const char* number;
    const char* story;
  };
  const Row rows[] = {
      {"Each pod serves 170 requests/s and there are 23 pods, so the fleet serves 3,910 requests/s.",
       "3,910 requests/s", "nearby: 170 requests/s × 23 pods"},
      {"We take 30,000 orders a day. Each is kept: 6 KB × 2 years = 131 GB", "131 GB",
       "nearby: 2 years × 6 KB × 30,000 orders a day"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(story(Sample(row.text), row.number) == row.story);
  }
}

TEST_CASE("numbers that have nothing to do with each other stay inputs") {
  const Sample sample("The team has 7 people. The API answers within 130 ms. Logs are kept for 90 days.");
  for (const char* number : {"7 people", "130 ms", "90 days"}) CHECK(story(sample, number) == "input");
}

TEST_CASE("what only position says is never called recomputed") {
  CHECK(verdict(Sample("Each pod serves 170 requests/s and there are 23 pods, so the fleet serves 3,910 "
                       "requests/s.")) == "silent");
}

}  // namespace
}  // namespace reckon::derive
