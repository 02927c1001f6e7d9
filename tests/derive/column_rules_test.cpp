// SPDX-License-Identifier: MIT
// What a column obeys in nearly all rows.
#include "derive/column_rules.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace reckon::derive {
namespace {

TEST_CASE("a column that others yield is found") {
  struct Row {
    const char* header;
    std::vector<const char*> rows;
    const char* number;
    const char* story;
  };
  const Row tables[] = {
      {"service | instances | memory (GB) | total (GB)",
       {"api | 12 | 4 | 48", "worker | 20 | 8 | 160", "cache | 6 | 32 | 192", "search | 9 | 16 | 144"},
       "192",
       "row: 6 × 32"},
      {"topic | messages | per partition | partitions",
       {"a | 1,200 | 75 | 16", "b | 3,150 | 90 | 35", "c | 8,160 | 85 | 96", "d | 980 | 70 | 14"},
       "8,160",
       "row: 85 × 96"},
      {"region | used (GB) | free (GB) | size (GB)",
       {"eu | 137 | 59 | 196", "us | 412 | 88 | 500", "ap | 61 | 39 | 100", "sa | 23 | 18 | 41"},
       "500",
       "row: 412 + 88"},
      {"part | cost | share",
       {"compute | 1,210 | 48.4 %", "storage | 640 | 25.6 %", "network | 390 | 15.6 %",
        "rest | 260 | 10.4 %"},
       "25.6 %",
       "row: 640 ÷ 2500"},
  };
  for (const Row& table : tables) {
    std::string text = fmt::format("| {} |\n|---|---|---|---|\n", table.header);
    if (std::count(table.header, table.header + std::string(table.header).size(), '|') == 2)
      text = fmt::format("| {} |\n|---|---|---|\n", table.header);
    for (const char* row : table.rows) text += fmt::format("| {} |\n", row);
    INFO(text);
    CHECK_THAT(story(Sample(text), table.number), Catch::StartsWith(table.story));
  }
}

TEST_CASE("rows that obey no rule stay inputs") {
  const Sample sample(
      "| a | b | c |\n|---|---|---|\n| x | 12 | 57 |\n| y | 31 | 44 |\n| z | 77 | 95 |\n| w | 58 | 16 |\n");
  for (const char* number : {"57", "44", "95", "16"}) CHECK(story(sample, number) == "input");
}

constexpr const char* all_but_one =
    "| service | instances | memory (GB) | total (GB) |\n|---|---|---|---|\n| api | 12 | 14 | 168 |\n"
    "| worker | 23 | 18 | 414 |\n| cache | 6 | 32 | 192 |\n| search | 9 | 16 | 144 |\n| queue | 7 | 12 | 84 "
    "|\n"
    "| batch | 31 | 24 | 844 |\n";

TEST_CASE("a rule that holds in all rows but one tells which breaks it") {
  const Sample sample(all_but_one);
  CHECK_THAT(story(sample, "844"), Catch::EndsWith("row: 31 × 24"));
  const std::vector<std::string> told = accused(sample);
  CHECK(std::find(told.begin(), told.end(), "844, not 744") != told.end());
}

TEST_CASE("the operands of the row that breaks a rule are not accused too", "[!shouldfail]") {
  CHECK(accused(Sample(all_but_one)) == std::vector<std::string>{"844, not 744"});
}

TEST_CASE("a constant of one is not shown") {
  const Sample sample(
      "| topic | messages | per partition | partitions |\n|---|---|---|---|\n| a | 1,200 | 75 | 16 |\n"
      "| b | 3,150 | 90 | 35 |\n| c | 8,160 | 85 | 96 |\n| d | 980 | 70 | 14 |\n");
  CHECK(story(sample, "8,160") == "row: 85 × 96");
}

TEST_CASE("three other rows are enough for a rule", "[!shouldfail]") {
  const Sample sample(
      "| service | instances | memory (GB) | total (GB) |\n|---|---|---|---|\n| api | 12 | 4 | 48 |\n"
      "| worker | 20 | 8 | 160 |\n| cache | 6 | 32 | 192 |\n| search | 9 | 16 | 104 |\n");
  CHECK(accused(sample) == std::vector<std::string>{"104, not 144"});
}

}  // namespace
}  // namespace reckon::derive
