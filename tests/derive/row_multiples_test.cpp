// SPDX-License-Identifier: MIT
// Rows whose labels say how many times one is the other.
#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

std::string table(const std::vector<std::pair<std::string, std::string>>& rows) {
  std::string out = "| | milk |\n|---|---|\n";
  for (const auto& [label, value] : rows) out += "| " + label + " | " + value + " |\n";
  return out;
}

TEST_CASE("rows for several lengths of time multiply as these do") {
  CHECK(accused(Sample(table({{"an hour", "45 l"}, {"a day", "1,080 l"}, {"30 days", "32,400 l"}}))).empty());
  CHECK(accused(Sample(table({{"an hour", "45 MB"}, {"a day", "1.08 GB"}, {"30 days", "324 GB"}}))) ==
        std::vector<std::string>{"324 GB, not 32.4"});
  CHECK(accused(Sample(table({{"churns per day", "2.76 million"}, {"churns per second", "3,200"}}))) ==
        std::vector<std::string>{"3,200, not 31.94"});
  CHECK(accused(Sample(table({{"churns per day", "2.76 million"}, {"… a second", "32,000"}}))) ==
        std::vector<std::string>{"32,000, not 31.94"});
}

TEST_CASE("months and years are those of any calendar") {
  CHECK(accused(Sample(table({{"day", "3.15 GB"}, {"month", "95.9 GB"}, {"year", "1.15 TB"}}))).empty());
  CHECK(accused(Sample(table({{"a week", "10m 4.8s"}, {"a month", "43m 49.7s"}}))).empty());
}

TEST_CASE("the first row is accused where the others agree") {
  CHECK(accused(Sample(table({{"a month", "7.2 TB"}, {"a day", "24.1 GB"}, {"an hour", "1.004 GB"}}))) ==
        std::vector<std::string>{"7.2 TB, not 0.723"});
}

TEST_CASE("so do copies, and counts where others of the column do") {
  CHECK(accused(Sample(table({{"one copy, one day", "242 GB"},
                              {"one copy, 60 days", "14.52 TB"},
                              {"two copies, 60 days", "29.04 GB"}}))) ==
        std::vector<std::string>{"29.04 GB, not 29,040"});
  CHECK(accused(Sample(table({{"2 barns", "170 GB"}, {"6 barns", "510 GB"}, {"8 barns", "6.8 TB"}}))) ==
        std::vector<std::string>{"6.8 TB, not 0.68"});
}

TEST_CASE("what need not multiply is left in peace") {
  for (const auto& rows : {
           std::vector<std::pair<std::string, std::string>>{{"1 barn", "5 ms"}, {"10 barns", "50 us"}},
           {{"per second, peak", "900"}, {"per day, mean", "31 million"}},
           {{"rings per second (peak)", "70"}, {"rings per day (mean)", "605,000"}},
           {{"a month", "$48"}, {"a year", "$48"}},
           {{"7 days", "1.2 TB"}, {"30 days", "3.1 TB"}},
           {{"2 threads", "170 GB"},
            {"4 threads", "340 GB"},
            {"8 threads", "510 GB"},
            {"16 threads", "530 GB"}},
           {{"year 1", "10 TB"}, {"year 2", "20 TB"}, {"year 3", "34 TB"}},
           {{"per day", "45 MB/s"}, {"per month", "45 MB/s"}},
           {{"p50 of a day", "12 ms"}, {"p50 of a month", "14 ms"}},
       }) {
    INFO(table(rows));
    CHECK(accused(Sample(table(rows))).empty());
  }
}

TEST_CASE("rows that say something else besides are of other kinds") {
  CHECK(accused(Sample("| View | Drawn by | Bars |\n|---|---|---|\n| last 3 days | hour | 72 |\n| last 6 "
                       "days | hour | "
                       "144 |\n| last 60 days | day | 60 |\n"))
            .empty());
}

}  // namespace
}  // namespace reckon::derive
