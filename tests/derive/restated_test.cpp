// SPDX-License-Identifier: MIT
// One quantity said twice: in a bracket, in another unit, for another period, as what an availability leaves.
#include "derive/verdicts.hpp"

namespace reckon::derive {

TEST_CASE("a bracket with nothing but an amount says the amount before it again") {
  check_all(
      {"Timeout: 600,000 ms (60 s)", "The cache holds 512 MiB (5 GiB).", "A page has 8,192 bytes (8 MB)."},
      "contradicted");
  check_all({"Timeout: 600,000 ms (600 s)", "A page has 8,192 bytes (8 KiB)."}, "recomputed");
}

TEST_CASE("a bracket that says more is no conversion") {
  check_none({"Keep 90 days (1-min rollup)", "Alert at > 600 ms (10 min)", "The model takes 4 GB (4-bit)",
              "Budget left: 43.2 min (30-day)", "600 ms of 6 s (10 %)"},
             "contradicted");
}

TEST_CASE("what a bracket converts is complete in itself") {
  check_all({"It sent 6 MB in a minute (to compare: 2,048 KB/s = 2 Megabit/s)."}, "contradicted");
  check_none({"It sent 6 MB in a minute (to compare: 2,048 KB/s = 16 Megabit/s)."}, "contradicted");
}

TEST_CASE("a power calculates") {
  check_all({"2^32 = 4.29 million addresses", "36^6 = 21.8 billion codes", "2^20 = 1,084,576"},
            "contradicted");
  check_none({"2² → 4² → 16²", "A skip list of 4^32 ≈ 10^19 elements", "xor = 1^2^1^3^2^5 = 3^5"},
             "contradicted");
  check_all({"2^32 = 4.29 billion addresses", "36^6 ≈ 2.18 billion codes", "2^30 ≈ 1 billion"}, "recomputed");
}

TEST_CASE("the number of one currency is none of another") {
  check_all({"12 × $30 × 12 = €4,320 a year"}, "contradicted");
  check_none({"12 × $30 × 12 = €3,950 a year", "12 × $30 × 12 = $4,320 a year", "$99 (€99)",
              "100 EUR × 1.08 = 108 USD", "5 × $10 = 50 INR"},
             "contradicted");
}

TEST_CASE("a rate of data told in bytes and in bits is one rate") {
  check_all({"A robot moves 1.25 GB/s for the vault, i.e. 1.25 Gbit/s",
             "The wall sends 640 Mbit/s or 5.12 GB/s", "With 3 of them: peak 945 MB/s = 7.56 Mbps"},
            "contradicted");
  check_none({"A robot moves 1.25 GB/s for the vault, i.e. 10 Gbit/s", "The wall sends 640 Mbit/s or 80 MB/s",
              "With 3 of them: peak 945 KB/s = 7.56 Mbps", "A 10 Gbit/s card or 1 GB/s"},
             "contradicted");
}

TEST_CASE("what is told or else need not be named again") {
  check_all({"The presses print 2,400 labels a minute, or 2,400 per hour"}, "contradicted");
  check_none({"The presses print 2,400 labels a minute, or 144,000 per hour"}, "contradicted");
}

TEST_CASE("a rate of the same things for another period is the same rate") {
  check_all({"400 million posts per day, or 46,000 posts per second",
             "It allows 900 calls a second, which is 15 calls a minute."},
            "contradicted");
  check_none(
      {"400 million posts per day, or 4,600 posts per second", "2,000 uploads a day → 15 transcodes a minute",
       "We moved from 2 deploys a week to 20 deploys a day."},
      "contradicted");
}

TEST_CASE("cores are told in thousandths") {
  check_all({"0.5 CPU = 50m"}, "contradicted");
  check_none({"1 CPU (1000m)", "0.5 CPU = 500m", "420 pods × 55m CPU = 23.1 CPU"}, "contradicted");
}

TEST_CASE("what an availability leaves may be said in its period") {
  check_all({"99.99 % availability allows 43.2 minutes of downtime in a month.",
             "A 99.99 % SLA is 52.6 hours of downtime per year.",
             "The target is 99.9 % (4.38 minutes of downtime per month)."},
            "contradicted");
  check_all({"99.99 % availability allows 4.38 minutes of downtime per month."}, "recomputed");
  check_none(
      {"99.99 % → 99.999 % (reduces downtime from 52 min/year to 5 min/year)",
       "Three nines mean 99.9 %. Four nines require about 52 minutes of downtime per year.",
       "With 99.9 % the budget of a month (43,200 minutes) is 0.1 %, or 43 minutes of downtime.",
       "The SLO is 99.9 %. Errors rise for 5 minutes. Nobody notices. That is 18 s of downtime a month."},
      "contradicted");
}

TEST_CASE("a table of availabilities holds its rows against each other") {
  const char* const right =
      "## Three nines: 99.9 %\n\n| Period | Outage |\n|---|---|\n| Downtime per year | 8h 45min 57s |\n"
      "| Downtime per month | 43m 49.7s |\n| Downtime per week | 10m 4.8s |\n| Downtime per day | 1m 26.4s "
      "|\n";
  check_none({right}, "contradicted");
  std::string wrong(right);
  wrong.replace(wrong.find("10m 4.8s"), 8, "11m 5s");
  CHECK(verdict(Sample(wrong.c_str())) == "contradicted");
}

TEST_CASE("where relations of a form hold, one that does not is meant as well") {
  const std::string rows =
      "| What | Share |\n|---|---|\n| a | 3,122 / 4,587 (68.1 %) |\n| b | 1,246 / 4,587 (27.2 %) |\n"
      "| c | 200 / 468 (42.7 %) |\n| d | 1,661 / 3,316 (50.1 %) |\n";
  CHECK(verdict(Sample((rows + "| e | 1,204 / 3,316 (38.6 %) |\n").c_str())) == "contradicted");
  CHECK(verdict(Sample((rows + "| e | 1,204 / 3,316 (36.3 %) |\n").c_str())) != "contradicted");
  CHECK(verdict(Sample("| What | Share |\n|---|---|\n| e | 1,204 / 3,316 (38.6 %) |\n")) != "contradicted");
}

TEST_CASE("a unit that is not known is worth what the text says") {
  check_none({"With 1 ETH the price of a byte is 1 ETH/200 ~ 5,000,000 Gwei"}, "contradicted");
}

TEST_CASE("a mark in front of a number relates it to nothing") {
  check_none({"~13 minutes with the new way compared to ~12 hours with the old one"}, "contradicted");
  check_all({"12 × 40 GB ~ 580 GB"}, "contradicted");
}

}  // namespace reckon::derive
