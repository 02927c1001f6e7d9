// SPDX-License-Identifier: MIT
// Rows that sum up the rows above.
#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

std::string table(const std::string& last) {
  return "| part | nodes | cost ($) |\n|---|---|---|\n| web | 12 | 1,217 |\n| jobs | 23 | 548 |\n"
         "| db | 6 | 339 |\n| " +
         last + " |\n";
}

TEST_CASE("a row that says so sums up each column") {
  const Sample sample(table("Total | 41 | 2,104"));
  CHECK(story(sample, "41") == "total: 12 + 23 + 6");
  CHECK(story(sample, "2,104") == "total: 1,217 + 548 + 339");
  CHECK(verdict(sample) == "recomputed");
}

TEST_CASE("a total that is off is accused") {
  CHECK(accused(Sample(table("Total | 41 | 21,040"))) == std::vector<std::string>{"21,040, not 2104"});
  CHECK(accused(Sample(table("Total | 51 | 2,104"))) == std::vector<std::string>{"51, not 41"});
}

TEST_CASE("so is one that no slip explains") {
  CHECK(accused(Sample(table("Total | 41 | 2,404"))) == std::vector<std::string>{"2,404, not 2104"});
}

TEST_CASE("whole numbers are added up to the last digit, also where no column of the row holds") {
  CHECK(accused(Sample(table("Total | 42 | 2,104"))) == std::vector<std::string>{"42, not 41"});
  CHECK(accused(Sample(table("Total | 42 | 2,174"))).size() == 2);
  CHECK(accused(Sample(table("Total | 41 | 2,100"))).empty());
  CHECK(accused(Sample(table("Total | 41 | ~2,200"))).empty());
}

TEST_CASE("times and sizes are rounded before they are added") {
  for (const char* text :
       {"| step | time |\n|---|---|\n| a | 12 ms |\n| b | 25 ms |\n| c | 88 ms |\n| Total | 120 ms |\n",
        "| part | size |\n|---|---|\n| a | 20 GB |\n| b | 50 GB |\n| c | 30 GB |\n| Total | 96 GB |\n"}) {
    INFO(text);
    CHECK(accused(Sample(text)).empty());
  }
}

TEST_CASE("a last row that does not say so may be one like the others") {
  CHECK(accused(Sample(table("cache | 51 | 2,404"))).empty());
}

TEST_CASE("a total behind a subtotal sums up what lies between, or all") {
  const Sample sample(
      "| part | nodes |\n|---|---|\n| web | 12 |\n| jobs | 23 |\n| Sum | 35 |\n| db | 6 |\n| cache | 13 |\n"
      "| Total | 19 |\n");
  CHECK(story(sample, "35") == "total: 12 + 23");
  CHECK(story(sample, "19") == "total: 6 + 13");
}

TEST_CASE("a subtotal is a total") {
  const Sample sample("| part | nodes |\n|---|---|\n| a | 12 |\n| b | 23 |\n| Subtotal | 35 |\n| c | 6 |\n");
  CHECK(story(sample, "35") == "total: 12 + 23");
}

TEST_CASE("what only speaks of sums, averages or counts rows is no total") {
  for (const char* text : {
           "| # | Problem | Rank |\n|---|---|---|\n| 1 | Two Sum | 13 |\n| 2 | Jump | 45 |\n| 3 | Path Sum | "
           "112 |\n",
           "| Team | Done |\n|---|---|\n| a | 92 % |\n| b | 87 % |\n| c | 94 % |\n| Overall | 91 % |\n",
           "| Step | Time |\n|---|---|\n| a | 3-5 min |\n| b | 5 min |\n| c | 10 min |\n| Total | 35 min |\n",
           "| Part | Size | Growth |\n|---|---|---|\n| a | 13 GB | 2 GB |\n| b | 340 GB | 69 GB |\n| c | 100 "
           "GB | 5 GB |\n"
           "| Total persistent | 353 GB | 71 GB |\n",
           "| Year | Users | Nodes |\n|---|---|---|\n| 0 | 24 | 8 |\n| 1 | 31 | 11 |\n| 2 | 40 | 15 |\n| 3 | "
           "57 | 21 |\n",
       }) {
    INFO(text);
    CHECK(accused(Sample(text)).empty());
  }
}

TEST_CASE("an average is one") {
  const Sample sample(
      "| run | time (ms) |\n|---|---|\n| a | 120 |\n| b | 131 |\n| c | 145 |\n| Average | 132 |\n");
  CHECK(story(sample, "132") == "total: (120 + 131 + 145) ÷ 3");
}

TEST_CASE("a sum ends where another kind of quantity begins") {
  const Sample sample(
      "| | A | B |\n|---|---|---|\n| p99 (ms) | 8 | 4 |\n| reads ($) | 410 | 154 |\n| writes ($) | 250 | 480 "
      "|\n"
      "| sum ($) | 660 | 634 |\n");
  CHECK(story(sample, "634") == "total: 154 + 480");
}

TEST_CASE("rows that stand for several are weighted by the column that counts them") {
  const Sample sample(
      "| part | instances | cores |\n|---|---|---|\n| manager | 3 (HA) | 2 |\n| worker | 20 | 8 |\n"
      "| **Total** | 23 | 166 |\n");
  CHECK(story(sample, "166") == "total: 3 × 2 + 20 × 8");
  CHECK(story(sample, "23") == "total: 3 + 20");
}

TEST_CASE("a row that shows another one again may be left out of the total") {
  const auto totals = [](const std::string& rows) {
    return accused(
        Sample("| part | size |\n|---|---|\n" + rows + "| index | 40 GB |\n| **Total** | 4.04 TB |\n"));
  };
  CHECK(totals("| values | 2 TB |\n| with copies (2x) | 4 TB |\n").empty());
  CHECK(totals("| out (mean) | 1 TB |\n| out (peak) | 4 TB |\n").empty());
}

TEST_CASE("a bare total under numbers in all rows is meant as their sum") {
  const std::string jars = "| Jar | Beans |\n|---|---|\n| blue | 1,217 |\n| green | 548 |\n| red | 339 |\n";
  CHECK(accused(Sample(jars + "| Total | 2,290 |\n")) == std::vector<std::string>{"2,290, not 2104"});
  CHECK(accused(Sample(jars + "| Total with lids | 2,290 |\n")).empty());
}

TEST_CASE("a total that the text says again is no righter for it") {
  const auto bill = [](const std::string& total) {
    return "The two come to " + total +
           " a month.\n\n| Post | Price |\n|---|---|\n| parcels | $81.20 |\n"
           "| stamps | $37.45 |\n| Total | " +
           total + " |\n";
  };
  CHECK(accused(Sample(bill("$118.65"))).empty());
  CHECK(accused(Sample(bill("$118.82"))) == std::vector<std::string>{"$118.82, not 118.7"});
}

TEST_CASE("a last row that states nothing but a sum is a total under any name") {
  const auto ovens = [](const std::string& last) {
    return "| Oven | Loaves/h | Time each | Power |\n|---|---|---|---|\n| north | 140 | 20 s | 3.42 |\n"
           "| south | 95 | 31 s | 2.17 |\n| yard | 60 | 44 s | 6.08 |\n| " +
           last + " |\n";
  };
  CHECK(story(Sample(ovens("drawn | | | 11.67")), "11.67") == "total: 3.42 + 2.17 + 6.08");
  CHECK(accused(Sample(ovens("drawn | | | 12.67"))) == std::vector<std::string>{"12.67, not 11.67"});
  CHECK(accused(Sample(ovens("fuse | | | 16"))).empty());
  CHECK(accused(Sample(ovens("attic | 60 | 44 s | 12.67"))).empty());
}

TEST_CASE("a total of something leaves a row out") {
  const Sample sample(
      "| Shelf | Books | Room |\n|---|---|---|\n| novels | 420 | hall |\n| maps | 7,300 | cellar |\n"
      "| comics | 310 | hall |\n| Total in the hall | 730 | |\n| Total with maps | 8,030 | |\n");
  CHECK(story(sample, "730") == "total: 420 + 310");
  CHECK(story(sample, "8,030") == "total: 420 + 7,300 + 310");
}

TEST_CASE("a label says how many a row stands for") {
  const Sample sample(
      "| Boat | Fuel |\n|---|---|\n| tug | 500 l |\n| Ferry (4 of them) | 310 l |\n| Total | 1,740 l |\n");
  CHECK(accused(sample).empty());
  CHECK(verdict(sample) == "recomputed");
}

TEST_CASE("the first row of a table without a header counts") {
  CHECK(
      accused(
          Sample("| ripe | 17 |\n|---|---|\n| green | 26 |\n| dry | 45 |\n| lost | 18 |\n| Total | 106 |\n"))
          .empty());
}

TEST_CASE("a total of plain rows that is a few per cent off is accused") {
  const std::string boats =
      "| Boat | Hours | Cost |\n|---|---|---|\n| tug | 31 | 41,330 |\n| ferry | 26 | 10,920 |\n"
      "| barge | 44 | 1,570 |\n| pilot | 19 | 2,250 |\n";
  CHECK(accused(Sample(boats + "| Total | | 56,070 |\n")).empty());
  CHECK(accused(Sample(boats + "| Total | | 57,770 |\n")) == std::vector<std::string>{"57,770, not 56,070"});
  CHECK(accused(Sample(boats + "| Total of the fleet | | 57,770 |\n")).empty());
}

TEST_CASE("a total that leaves one row out is accused although it lies among the rows") {
  const std::string loads = "| Load | t |\n|---|---|\n| ore | 62 |\n| coal | 540 |\n| salt | 47 |\n";
  CHECK(accused(Sample(loads + "| Total | 109 |\n")) == std::vector<std::string>{"109, not 649"});
  CHECK(accused(Sample(loads + "| Total | 216 |\n")).empty());  // an average
  CHECK(accused(Sample(loads + "| Total | 540 |\n")).empty());
}

TEST_CASE("a share in the next column does not excuse a total that leaves a row out") {
  const std::string share =
      "| Post | a month | Share |\n|---|---|---|\n| hay | 6,720 | 55.0 % |\n| oats | 3,440 | 28.2 % |\n"
      "| straw | 948 | 7.8 % |\n| vet (10 % of these) | 1,111 | 9.1 % |\n";
  CHECK(accused(Sample(share + "| **Total** | **11,108** | |\n")) ==
        std::vector<std::string>{"11,108, not 12,219"});
  CHECK(accused(Sample(share + "| **Total** | **12,219** | |\n")).empty());
}

TEST_CASE("words and formulas in some cells do not take them out of the sum") {
  const std::string mixed =
      "| Item | Plan A (€) | Plan B (€) |\n|---|---|---|\n| Sails | 4 × 310 = 1,240 | – |\n"
      "| Ropes | 475 (€19/m) | 2,150 (€43/m) |\n| Paint | 2,600 | 1,830 |\n| Crew | 7,300 | 1,700 |\n";
  CHECK(accused(Sample(mixed + "| Total | 11,615 | 5,680 |\n")).empty());
  CHECK(accused(Sample(mixed + "| Total | 9,015 | 5,680 |\n")) ==
        std::vector<std::string>{"9,015, not 11,615"});
}

TEST_CASE("a wiki's table sums up as well") {
  const std::string wiki =
      "|| Boat || Trips || Load each || Load ||\n| tug | 35 | 3 t | 105 t |\n"
      "| barge | 12 | 11 t | 132 t |\n| ferry | 24 | 26 t | 624 t |\n";
  CHECK(accused(Sample(wiki + "| *Sum* | | | *861 t* |\n")).empty());
  CHECK(accused(Sample(wiki + "| *Sum* | | | *756 t* |\n")) == std::vector<std::string>{"756, not 861"});
}

TEST_CASE("what a row says of each may stand for several") {
  const std::string parts = "| Part | Cores |\n|---|---|\n| web | 1.5 |\n| jobs | 2.5 each |\n| db | 4.0 |\n";
  CHECK(accused(Sample(parts + "| Total | 13.1 |\n")).empty());
}

}  // namespace
}  // namespace reckon::derive
