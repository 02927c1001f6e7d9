// SPDX-License-Identifier: MIT
// What no operator says: a number that others of its surroundings yield.
#include "derive/search/nearby.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace reckon::derive {
namespace {

TEST_CASE("words and units let two numbers yield a third") {
  struct Row {
    const char* text;
    const char* number;
    const char* story;
  };
  const Row rows[] = {
      {"A pod serves 170 requests/s. There are 23 pods. All are small. The fleet serves 3,910 requests/s.",
       "3,910 requests/s", "nearby: 170 requests/s × 23 pods"},
      {"We take 30,000 orders a day. Each is kept: 6 KB × 2 years = 131 GB", "131 GB",
       "nearby: 2 years × 6 KB × 30,000 orders a day"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(story(Sample(row.text), row.number) == row.story);
  }
}

TEST_CASE("what a calculation starts from may follow from others, but never from its own result") {
  const Sample sample("A log keeps 48 hours. At 1.63 MB/s that is 1.63 MB/s × 172,800 s = 282 GB.");
  CHECK(story(sample, "172,800 s") == "nearby: 48 hours");
  CHECK(story(Sample("1.63 MB/s × 172,800 s = 282 GB"), "172,800 s") == "input");
}

TEST_CASE("numbers that have nothing to do with each other stay inputs") {
  const Sample sample("The team has 7 people. The API answers within 130 ms. Logs are kept for 90 days.");
  for (const char* number : {"7 people", "130 ms", "90 days"}) CHECK(story(sample, number) == "input");
}

TEST_CASE("of very many numbers below each other none follows from its row alone") {
  const auto table = [](int more_rows) {
    std::string out = "| pods | requests/s per pod | requests/s |\n|---|---|---|\n| 23 | 170 | 3,910 |\n";
    for (int row = 0; row < more_rows; ++row)
      out += "| " + std::to_string(11 + row) + " | 13" + std::to_string(row) + " | 7" + std::to_string(row) +
             " |\n";
    return out;
  };
  CHECK(story(Sample(table(3)), "3,910") == "nearby: 23 × 170");
  CHECK(story(Sample(table(80)), "3,910") == "input");
}

TEST_CASE("what only position says is never called recomputed") {
  CHECK(verdict(Sample("A pod serves 170 requests/s. There are 23 pods. All are small. The fleet serves "
                       "3,910 requests/s.")) == "silent");
}

}  // namespace
}  // namespace reckon::derive
