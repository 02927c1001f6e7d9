// SPDX-License-Identifier: MIT
// A cell that calculates stands beside the cell with its result.
#include "derive/tables/rows.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

TEST_CASE("a calculation in one cell yields the number in the next") {
  const Sample right("| part | calculation | size |\n|---|---|---|\n| log | 12M × 3 KB | 36 GB |\n");
  CHECK(story(right, "36 GB").ends_with(": 12M × 3 KB"));
  CHECK(verdict(right) == "recomputed");
}

TEST_CASE("and contradicts it where it yields another") {
  const Sample wrong("| part | calculation | size |\n|---|---|---|\n| log | 12M × 3 KB | 360 GB |\n");
  CHECK(accused(wrong) == std::vector<std::string>{"360 GB, not 36"});
}

TEST_CASE("a cell whose operand stands elsewhere is not held against its result") {
  const Sample sample("90,000 orders a day.\n\n| kept | size |\n|---|---|\n| 6 KB × 2 years | 394 GB |\n");
  CHECK(accused(sample).empty());
}

TEST_CASE("a column of calculations leaves no operand out") {
  const auto mill = [](const std::string& flour) {
    return "| what | how | result |\n|---|---|---|\n| grain | 48 × 125 kg | 6,000 kg "
           "|\n"
           "| sacks | 6,000 / 48 | 125 |\n| carts | 125 / 25 | 5 |\n| flour a day | 5,100 × 26 | " +
           flour + " |\n";
  };
  CHECK(accused(Sample(mill("132,600"))).empty());
  CHECK(accused(Sample(mill("663,000"))) == std::vector<std::string>{"663,000, not 132,600"});
}

TEST_CASE("what is alike on both sides is no ratio of the two") {
  CHECK(
      accused(
          Sample("| | North | South |\n|---|---:|---:|\n| Servers (kW) | 512.4 | 512.4 |\n| Cooling (MWh) | "
                 "3,414 | 2,708 |\n| Tariff | 0.245 | 0.1943 |\n| Cost | 648.7 | 514.5 |\n"))
          .empty());
}

}  // namespace
}  // namespace reckon::derive
