// SPDX-License-Identifier: MIT
// Totals of a table's columns that the text around it tells.
#include "derive/tables/column_sums_told.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace reckon::derive {
namespace {

const std::string ledger =
    "| Course | Seats | Fee | Revenue | Materials (8 %) | Delivered |\n|---|---|---|---|---|---|\n"
    "| Networks | 24 | $1,150 | $27,600 | $2,208 | $29,808 |\n"
    "| Storage | 18 | $1,350 | $24,300 | $1,944 | $26,244 |\n"
    "| Queues | 32 | $975 | $31,200 | $2,496 | $33,696 |\n"
    "| Tracing | 15 | $1,480 | $22,200 | $1,776 | $23,976 |\n\n";

TEST_CASE("a total that the text names is the sum of that column") {
  const Sample sample(ledger + "They bring a total revenue of $105,300.\n");
  CHECK(story(sample, "$105,300") == "total: $27,600 + $24,300 + $31,200 + $22,200");
  CHECK(accused(sample).empty());
  CHECK(story(Sample("In all 135 seats are taken.\n\n| Room | Seats |\n|---|---|\n| a | 47 |\n| b | 31 |\n| "
                     "c | 57 |\n"),
              "135") == "total: 47 + 31 + 57");
}

TEST_CASE("a total that the text names and that is none") {
  CHECK(accused(Sample(ledger + "They bring a total revenue of $103,500.\n")) ==
        std::vector<std::string>{"$103,500, not 105,300"});
}

TEST_CASE("totals of something else") {
  for (const char* text : {"The total budget is $140,000.\n", "Last year the total revenue was $61,000.\n",
                           "The total cost of the rooms is $12,500 a year.\n"}) {
    INFO(text);
    CHECK(accused(Sample(ledger + text)).empty());
  }
}

TEST_CASE("a total belongs to the table that it sums up, and to none under another heading") {
  const std::string north = "| Depot | Pallets |\n|---|---|\n| Ost | 12 |\n| West | 19 |\n| Tal | 7 |\n\n";
  const std::string south = "| Depot | Pallets |\n|---|---|\n| Alp | 4 |\n| See | 9 |\n| Ried | 3 |\n\n";
  for (const std::string_view between : {"", "Checked twice.\n\n", "### South\n\n"}) {
    INFO(between);
    CHECK(accused(
              Sample(north + "Total pallets: 38\n\n" + std::string(between) + south + "Total pallets: 16\n"))
              .empty());
    CHECK(accused(Sample(north + "Total pallets: 38\n\n" + std::string(between) + south +
                         "Total pallets: 61\n")) == std::vector<std::string>{"61, not 16"});
  }
  CHECK(accused(Sample("Total pallets: 540\n\n### South\n\n" + south + "Total pallets: 16\n")).empty());
}

TEST_CASE("a budget is no total of what is spent of it") {
  CHECK(
      accused(Sample("Total budget: 2,500 ms\n\n| Step | Budget |\n|---|---|\n| a | 15 ms |\n| b | 85 ms |\n"
                     "| c | 1,250 ms |\n| Total | 1,350 ms |\n"))
          .empty());
}

}  // namespace
}  // namespace reckon::derive
