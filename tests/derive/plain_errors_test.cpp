// SPDX-License-Identifier: MIT
// Readings that once went wrong in documents of others, each with its right verdict. A case tagged
// [!shouldfail] is not mended yet.
#include "derive/verdicts.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

using Texts = std::vector<std::string>;

TEST_CASE("a rate times the seconds of a day is right, with and without the day") {
  check_all(
      {"100/s × 60 × 60 × 24 = 8.64M a day", "100/s × 60 × 60 × 24 = 8.64M", "100/s × 86,400 = 8.64M/day"},
      "recomputed");
  check_all({"100/s × 60 × 60 × 24 = 864M a day"}, "contradicted");
}

TEST_CASE("ten times a day's requests, or a tenth of a week's, are wrong") {
  check_all({"100/s × 60 × 60 × 24 × 7 = 6.048M a week", "100/s × 60 × 60 × 24 = 86.4M a day",
             "100/s × 86,400 = 86.4M a day"},
            "contradicted");
}

TEST_CASE("a week is among the periods") {
  check_all({"100/s × 60 × 60 × 24 × 7 = 60.48M a week", "1M requests a week = 1.65/s",
             "604,800 requests/week = 1 request/s", "12 GB/week × 52 weeks = 624 GB",
             "604,800 requests / 1 week = 1 request/s"},
            "recomputed");
}

TEST_CASE("a dash without spaces subtracts where the sum says so") {
  check_all({"3*16-40 = 8 cores", "3*16-40 = 8", "3 × 16 − 40 = 8 cores"}, "recomputed");
  CHECK(accused(Sample("3*16-40 = 18 cores")) == Texts{"18 cores, not 8"});
}

TEST_CASE("a percentage that is added may be meant of the whole or as it stands") {
  check_all({"1,000 + 20 % = 1,200", "1,000 GB + 20 % = 1.2 TB", "100 GB − 10 % = 90 GB",
             "60 % + 20 % = 80 %", "60 % + 20 % = 72 %"},
            "recomputed");
  check_all({"1,000 + 20 % = 1,300", "60 % + 20 % = 90 %"}, "contradicted");
}

TEST_CASE("a function or a root in front of a bracket is not dropped") {
  check_all({"sqrt(144) = 12", "√(16 × 9) = 12", "√144 = 12", "3 × √(16 × 9) = 36", "log2(1024) = 10"},
            "recomputed");
  check_none({"log(100 × 10) = 3", "log(1000) = 3", "avg(10 + 20) = 15", "f(5 × 3) = 8", "3 × f(5 × 3) = 36",
              "erf(5 × 3) = 8"},
             "contradicted");
}

TEST_CASE("a root that is not known is not dropped") {
  check_none({"∛(27 × 8) = 6"}, "contradicted");
}

TEST_CASE("what is said of each one is not taken for all") {
  check_none({"4 + 6 = 10 GB for each of 3 nodes, 30 GB in all", "10 + 20 = 30 MB each, 90 MB for 3",
              "(4 GB + 6 GB) per node × 3 nodes = 30 GB", "4 GB + 6 GB per node = 30 GB for 3 nodes",
              "Heap 4 GB + cache 6 GB for each of 3 nodes = 30 GB", "2 + 3 ms each = 50 ms for 10 calls"},
             "contradicted");
}

TEST_CASE("\"each\" and \"per\" behind a sum multiply all of it, or silence") {
  check_none({"4 GB + 6 GB each × 3 = 30 GB", "4 GB + 6 GB per node × 3 nodes = 30 GB",
              "3 cores + 5 cores each = 24 cores", "4 pods + 2 pods per zone = 10 pods"},
             "contradicted");
}

TEST_CASE("once in every four seconds keeps its four") {
  check_all({"1 ping/4 sec × 1000 drivers = 250 pings/s", "1 ping/4 sec = 0.25 pings/s",
             "1,000,000 drivers × 1 ping/4 sec = 250,000 pings/s"},
            "recomputed");
  check_all({"10,000 users × 1 ping/4 sec = 10,000 pings/s"}, "contradicted");
}

TEST_CASE("a label is no unit of later lines") {
  for (const char* label : {"Day", "Peak", "Hour", "Week"}) {
    INFO(label);
    const std::string head = std::string(label) + ": ";
    CHECK(verdict(Sample(head + "5,000\n\n5,000 × 2 KB = 10 MB\n")) == "recomputed");
    CHECK(verdict(Sample(head + "\n\n- 100 × 60 = 6,000\n- 5 GB × 3 = 15 GB\n")) == "recomputed");
    CHECK(accused(Sample(head + "5,000\n\n5,000 × 2 KB = 100 MB\n")) == Texts{"100 MB, not 10"});
  }
}

TEST_CASE("1024 stands for 1000 only where a prefix changes") {
  check_all({"300 GB × 25 = 7.68 TB", "300 MB/s × 25 = 7.68 GB/s", "3.00 GB = 3072 MB"}, "recomputed");
  check_all({"30 TB × 2 = 61.44 TB", "300 GB × 25 = 7,680 GB", "300 × 25 = 7,680", "$300 × 25 = $7,680",
             "300 nodes × 25 = 7,680 nodes"},
            "contradicted");
}

TEST_CASE("one slip in a chain is told once") {
  CHECK(accused(Sample("5 × 3 = 16 = 16,000")) == Texts{"16, not 15"});
  CHECK(accused(Sample("100 MB × 3 = 400 MB = 0.4 GB")) == Texts{"400 MB, not 300"});
  CHECK(accused(Sample("100 MB × 3 = 400 MB = 0.3 GB")) == Texts{"400 MB, not 300"});
  CHECK(accused(Sample("100 MB × 3 = 400 MB = 0.3 GB = 300,000 KB")) == Texts{"400 MB, not 300"});
  CHECK(accused(Sample("12 × 4 = 58 → 48 nodes")) == Texts{"58, not 48"});
  CHECK(accused(Sample("5 MB × 3 = 15 MB = 150 KB")) == Texts{"150 KB, not 15,000"});
}

TEST_CASE("a count of other things behind a result is no calculation of it") {
  check_none({"10 servers (32 cores × 2)", "10 machines (8 disks × 4)"}, "contradicted");
}

TEST_CASE("a range with spaces, a section's number and a power of a power accuse nobody") {
  check_none({"Use 3 - 5 replicas × 2 zones = 10 pods", "Section 3 - 4 × 5 = 20", "2^3^2 = 512",
              "10 × 3–5 ms = 30–50 ms"},
             "contradicted");
}

TEST_CASE("a glued sign, dozens, per cents, minutes and seconds, a million seconds are read") {
  check_all({"3x16-40 = 8", "12x64 GB = 768 GB", "two dozen servers × 64 GB = 1,536 GB", "3 dozen × 2 = 72",
             "20 per cent of 500 GB = 100 GB", "43m 49.7s × 2 = 87m 39.4s",
             "1B requests/month / 2.6M s = 385/s", "4 × 16-32 GB = 64-128 GB", "1 − 2 × 0.05 = 0.9"},
            "recomputed");
  check_all({"40x3 = 150", "two dozen servers × 64 GB = 768 GB", "1B requests/month / 2.6M s = 3,850/s"},
            "contradicted");
  check_none({"a 3x3 grid of 9 cells", "8x faster, 4x cheaper", "the run took 5m 30s"}, "contradicted");
}

TEST_CASE("what is rounded is said of the number behind it") {
  check_all({"504 / 5 = 100.8, rounded up 101", "504 / 5 = 100.8, rounded up to 101",
             "8 cores (5 ÷ 70 % = 7.14, rounded up)", "115.7 GB rounded up to 120 GB",
             "2,133 / 500 = 4.3, rounded up to 6 for three zones"},
            "recomputed");
  check_all({"504 / 5 = 100.8, rounded up 100", "504 / 5 = 100.8, rounded up to 100",
             "115.7 GB rounded up to 110 GB", "927 GB / 64 GB = 14 nodes, rounded up"},
            "contradicted");
}

TEST_CASE("a bound in a question or a condition, and a thing of a size beside a calculation, say nothing") {
  check_none({"If 10 × 5 > 60 we scale out", "Is 10 × 5 ≥ 60?", "When 4 × 16 GB ≥ 80 GB the cache fits",
              "64 GB (12 GB × 5)", "a 10 Gbps link (50,000 TPS × 1 KB × 8 bits)"},
             "contradicted");
}

TEST_CASE("of several readings the one that a slip explains is held against a number") {
  CHECK(accused(Sample("24 pods × 500m = 120 cores")) == Texts{"120 cores, not 12"});
  CHECK(accused(Sample("0.05 % × 30 days = 2.16 min a month")) == Texts{"2.16 min a month, not 21.6"});
  CHECK(accused(Sample("100/s × 86,400 = 86.4M a day")) == Texts{"86.4M a day, not 8,640,000"});
}

TEST_CASE("a number that was said of a day is no number of a second") {
  check_all({"We take 302.4M rows a day. 302.4M × 34 B = 10.3 GB/s",
             "86.4 billion events a day. 86.4 billion / 14 = 6.17 billion per second"},
            "contradicted");
  check_all(
      {"We take 302.4M rows a day. 302.4M × 34 B = 10.3 GB/day",
       "We take 302.4M rows a day. 302.4M × 34 B = 10.3 GB",
       "We take 302.4M rows a day. 302.4M × 34 B = 119 KB/s",
       "We take 302.4M rows a day. 302.4M / 86k = 3,516/s",
       "We take 302.4M rows a day. 302.4M / 24 / 3600 = 3,500/s",
       "We take 302.4M rows a day. In the peak hour 302.4M × 0.1 = 30.2M/h", "302.4M × 34 B = 10.3 GB/s"},
      "recomputed");
}

TEST_CASE("units per product, units in brackets and small steps of 1024 are read") {
  check_all(
      {"0.5 core-hours × $7/core-hour = $3.50", "100 GB × $0.02/GB-month × 12 = $24",
       "2 vCPU × 730 h × $0.04/vCPU-hour = $58.40", "10 TB × $0.023/GB-month = $230/month",
       "145,280,000,000 (bit) = 18.16 (GB)", "Latency 12 (ms) + 30 (ms) = 42 ms", "1.53 * 3072 = 4.59 GB"},
      "recomputed");
  check_all({"0.67 core-hours × $7/core-hour = $3.50", "120.000.000*12*24 bytes = 33750 GB"}, "contradicted");
}

TEST_CASE("one figure told in another unit, or over another period, must be it") {
  check_all({"1 million requests per minute ≈ 700 requests/second", "1M × 24 × 500 = 12000M = 1.2 GB"},
            "contradicted");
  check_none({"1 million requests per minute ≈ 16,700 requests/second", "1M × 24 × 500 = 12000M = 12 GB",
              "1M writes a day ≈ 100 reads a second", "5 GB a day ~ 2 TB a year",
              "100 KB × 200 M = 20000 KB X M ~ 20000 GB ~ 20 TB"},
             "contradicted");
}

TEST_CASE("two currencies are not compared") {
  check_none({"€15 × 600 = $9,900"}, "contradicted");
}

TEST_CASE("sizes make no money") {
  check_all({"20 GB × 3 nodes = 60 USD"}, "silent");
}

TEST_CASE("a bare result told in years, days or hours is not one of a thousand of them") {
  check_all({"2^63 / 315 billion = 29,000 years", "9,600,000 / 40 = 240 hours"}, "contradicted");
  check_all({"2^63 / 315 billion = 29,280,546 years", "430 × 5 = 2.15 s"}, "recomputed");
}

TEST_CASE("an operator that gives the number in its unit only when it is turned is the mistake") {
  check_all({"12M parcels × 86,400 ≈ 139 parcels/s", "45,000 rides × 3,600 s = 12.5 rides/s",
             "Reads: 600M x 24 hours x 3600 seconds ~ 6,944 reads/s"},
            "contradicted");
  check_all({"12M parcels ÷ 86,400 ≈ 139 parcels/s", "45,000 rides / 3,600 s = 12.5 rides/s",
             "Reads: 600M / 24 / 3600 ~ 6,944 reads/s"},
            "recomputed");
}

TEST_CASE("a size per thing is none of a thousand things") {
  check_all({"4M frames/s × 2 KB × 3 days = 2 TB per camera", "8M rows/day × 500 B = 4 MB/day per shard"},
            "contradicted");
  check_none({"4M frames/s × 2 KB × 3 days = 2,074 TB per camera", "($3 + $7) / 2 = $5/1M tokens"},
             "contradicted");
}

TEST_CASE("what a letter counts may come to years as words do") {
  check_all({"2^63 / 250B = 37,000 years", "7e18 / 250B = 28,000 days"}, "contradicted");
  check_all({"2^63 / 250B = 36.9M years", "7e18 / 250B = 28M days", "90 TB / 450B = 200 billion rows"},
            "recomputed");
}

TEST_CASE("where years are counted, the days of one multiply") {
  check_all({"30 * 2M * 365 * 3 years * 1 KB = 180 GB", "40 * 3M * 365 * 5 years * 200 B ~ 120 GB"},
            "contradicted");
  check_all({"30 * 2M * 365 * 3 years * 1 KB = 65.7 TB", "5 GB/day × 365 × 2 years = 3.65 TB",
             "10 min/day × 365 × 5 years = 304 h", "90M × 2 / 24h / 60m / 60s = 2,083 posts per second",
             "$4/h × 24 × 30 days = $2,880"},
            "recomputed");
}

}  // namespace
}  // namespace reckon::derive
