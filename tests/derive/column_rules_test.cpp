// SPDX-License-Identifier: MIT
// What a column obeys in nearly all rows.
#include "derive/tables/column_rules.hpp"

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

TEST_CASE("the operands of the row that breaks a rule are not accused too") {
  CHECK(accused(Sample(all_but_one)) == std::vector<std::string>{"844, not 744"});
}

TEST_CASE("a total that is off because a term is follows from it") {
  const Sample sample(
      "| part | nodes | $ a node | $ |\n|---|---|---|---|\n| a | 8 | 1,150 | 9,200 |\n| b | 4 | 480 | 4,920 "
      "|\n"
      "| c | 2 | 390 | 780 |\n| d | 6 | 620 | 3,720 |\n| e | 7 | 310 | 2,170 |\n| Total | | | 17,790 |\n");
  CHECK(accused(sample) == std::vector<std::string>{"4,920, not 1920"});
}

TEST_CASE("a constant of one is not shown") {
  const Sample sample(
      "| topic | messages | per partition | partitions |\n|---|---|---|---|\n| a | 1,200 | 75 | 16 |\n"
      "| b | 3,150 | 90 | 35 |\n| c | 8,160 | 85 | 96 |\n| d | 980 | 70 | 14 |\n");
  CHECK(story(sample, "8,160") == "row: 85 × 96");
}

struct Wrong {
  const char* text;
  const char* accused;  ///< "" for none
};

void check_accused(const std::vector<Wrong>& tables) {
  for (const Wrong& table : tables) {
    INFO(table.text);
    const std::vector<std::string> told = accused(Sample(table.text));
    if (*table.accused == '\0') {
      CHECK(told.empty());
    } else {
      CHECK(std::find(told.begin(), told.end(), table.accused) != told.end());
    }
  }
}

TEST_CASE("three columns multiply, with the period of the header") {
  check_accused({
      {"| Data | Per day | Kept | Copies | Total |\n|---|---|---|---|---|\n| a | 41.2 GB | 7 days | 3 | 865 "
       "GB |\n"
       "| b | 17.3 GB | 90 days | 2 | 3.11 TB |\n| c | 6.48 GB | 365 days | 3 | 7.1 TB |\n",
       ""},
      {"| Data | Per day | Kept | Copies | Total |\n|---|---|---|---|---|\n| a | 41.2 GB | 7 days | 3 | 865 "
       "GB |\n"
       "| b | 17.3 GB | 90 days | 2 | 3.11 TB |\n| c | 6.48 GB | 365 days | 3 | 71 TB |\n",
       "71 TB, not 7.096"},
  });
}

TEST_CASE("columns grow as the text says, by as many steps as the labels say") {
  check_accused({
      {"We grow by 30 % a year.\n\n| Year | Stored (TB) | Rate |\n|---|---|---|\n| 0 | 540 | 24.0 |\n"
       "| 1 | 702 | 31.2 |\n| 2 | 913 | 40.6 |\n| 3 | 1,186 | 52.7 |\n",
       ""},
      {"We grow by 30 % a year.\n\n| Year | Stored (TB) | Rate |\n|---|---|---|\n| 0 | 540 | 24.0 |\n"
       "| 1 | 702 | 31.2 |\n| 2 | 913 | 40.6 |\n| 5 | 2,005 | 89.1 |\n",
       ""},
      {"We grow by 30 % a year.\n\n| Year | Stored (TB) | Rate |\n|---|---|---|\n| 0 | 540 | 24.0 |\n"
       "| 1 | 702 | 31.2 |\n| 2 | 913 | 40.6 |\n| 3 | 1,542 | 52.7 |\n",
       "1,542, not 1186"},
      {"We grow by 30 % a year.\n\n| What | Now | +1 year | +2 years | +3 years |\n|---|---|---|---|---|\n"
       "| Stored (TB) | 540 | 702 | 913 | 1,542 |\n| Rate | 24.0 | 31.2 | 40.6 | 52.7 |\n",
       "1,542, not 1186"},
  });
}

TEST_CASE("what stays nearly the same proves nothing") {
  check_accused({
      {"| Release | Score | Rank |\n|---|---|---|\n| a | 4.20 | 5 |\n| b | 4.21 | 5 |\n| c | 4.22 | 5 |\n"
       "| d | 4.23 | 5 |\n| e | 5.0 | 4 |\n",
       ""},
      {"| Model | Score | Window |\n|---|---|---|\n| a | 67.8 | 32K |\n| b | 66.2 | 32K |\n| c | 69.1 | 32K "
       "|\n"
       "| d | 68.3 | 32K |\n| e | 65.9 | 512 |\n",
       ""},
  });
}

TEST_CASE("a row may have more things than are needed, or its own factor") {
  check_accused({
      {"One node takes 900 requests/s.\n\n| Service | Peak | Nodes |\n|---|---|---|\n| a | 8,100/s | 9 |\n"
       "| b | 15,300/s | 17 |\n| c | 20,700/s | 23 |\n| d | 500/s | 3 |\n",
       ""},
      {"| Disk | Read (MB/s) | Limit |\n|---|---|---|\n| a | 210 | 1,260 |\n| b | 340 | 2,040 |\n"
       "| c | 455 | 2,730 |\n| d | 615 | 2,460 |\n",
       ""},
  });
}

TEST_CASE("a price names a period that the bill leaves out") {
  const Sample sample(
      "| Plan | Customers | Price | Revenue per month |\n|---|---|---|---|\n| a | 81,300 | $19 | $1,544,700 "
      "|\n"
      "| b | 35,200 | $79 | $2,780,800 |\n| c | 5,400 | $610 | $3,294,000 |\n");
  CHECK(story(sample, "$2,780,800") == "row: 35,200 × $79");
}

TEST_CASE("a cost is a price per unit of whatever each row counts") {
  const std::string table =
      "| Item | Quantity | Unit price | €/month |\n|---|---|---|---|\n| Workers | 9 machines | 137 | 1,233 "
      "|\n"
      "| Archive | 7.31 TB | 21 | 154 |\n| Egress | 63.2 TB | 43 | 2,718 |\n| Seats | 418 | 3.50 | 1,463 |\n";
  const Sample sample(table);
  CHECK(story(sample, "1,233") == "row: 9 machines × 137");
  CHECK(story(sample, "154") == "row: 7.31 TB × 21");
  check_accused(
      {{table.c_str(), ""},
       {"| Item | Quantity | Unit price | $/month |\n|---|---|---|---|\n| Workers | 9 machines | 137 | "
        "1,233 |\n| Archive | 7.31 TB | 21 | 154 |\n| Egress | 63.2 GB | 43 | 2.72 |\n| Seats | 418 | "
        "3.50 | 1,463 |\n| Lines | 12 | 75 | 900 |\n",
        ""}});
}

TEST_CASE("few rows prove a product that agrees to the printed digits") {
  const Sample sample(
      "Item\tCount\t$/month each\t$/month\nNodes\t9\t47\t423\nLog "
      "(TB)\t5.04\t80\t403\nBalancers\t2\t25\t50\n");
  CHECK(story(sample, "423") == "row: 9 × 47");
}

TEST_CASE("what runs on may start from anything") {
  check_accused(
      {{"| Epoch | Date | Share | Slots |\n|---|---|---|---|\n| 208 | Mon | 1 | 150 |\n| 209 | Tue | 1 | 150 "
        "|\n"
        "| 210 | Wed | 1 | 150 |\n| 211 | Thu | 1 | 150 |\n| 212 | Fri | 1 | 150 |\n",
        ""}});
}

TEST_CASE("three other rows are enough for a rule") {
  check_accused(
      {{"| service | instances | memory (GB) | total (GB) |\n|---|---|---|---|\n| api | 12 | 4 | 48 |\n"
        "| worker | 20 | 8 | 160 |\n| cache | 6 | 32 | 192 |\n| search | 9 | 16 | 104 |\n"
        "| queue | 7 | 12 | 84 |\n",
        "104, not 144"}});
}

}  // namespace
TEST_CASE("not everything grows as its header says") {
  const std::string head =
      "| Cost | Now | With ten shops (10x) |\n|---|---|---|\n| Flour | $700/mo | $7,000/mo |\n"
      "| Milk | $80/mo | $800/mo |\n| Gas | $1,200/mo | $12,000/mo |\n";
  CHECK(verdict(Sample((head + "| Advice | $300/mo | $600/mo |\n").c_str())) != "contradicted");
}

TEST_CASE("shares of more than the whole, and months that pass together, are not added up") {
  const auto table = [](const std::string& rows) { return "| Shop | Share |\n|---|---|\n" + rows; };
  CHECK(verdict(Sample(table("| A | 96% |\n| B | 92% |\n| C | 97% |\n| Total | 94% |\n").c_str())) !=
        "contradicted");
  CHECK(
      verdict(Sample(table("| A | 18 months |\n| B | 12 months |\n| C | 7 months |\n| Total | 20 months |\n")
                         .c_str())) != "contradicted");
}

}  // namespace reckon::derive
