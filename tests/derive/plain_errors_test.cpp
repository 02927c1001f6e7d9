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

TEST_CASE("ten times a day's requests, or a tenth of a week's, are wrong", "[!shouldfail]") {
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

TEST_CASE("a root that is not known is not dropped", "[!shouldfail]") {
  check_none({"∛(27 × 8) = 6"}, "contradicted");
}

TEST_CASE("what is said of each one is not taken for all") {
  check_none({"4 + 6 = 10 GB for each of 3 nodes, 30 GB in all", "10 + 20 = 30 MB each, 90 MB for 3",
              "(4 GB + 6 GB) per node × 3 nodes = 30 GB", "4 GB + 6 GB per node = 30 GB for 3 nodes",
              "Heap 4 GB + cache 6 GB for each of 3 nodes = 30 GB", "2 + 3 ms each = 50 ms for 10 calls"},
             "contradicted");
}

TEST_CASE("\"each\" and \"per\" behind a sum multiply all of it, or silence", "[!shouldfail]") {
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

TEST_CASE("a count of other things behind a result is no calculation of it", "[!shouldfail]") {
  check_none({"10 servers (32 cores × 2)", "10 machines (8 disks × 4)"}, "contradicted");
}

TEST_CASE("a range with spaces, a section's number and a power of a power accuse nobody", "[!shouldfail]") {
  check_none({"Use 3 - 5 replicas × 2 zones = 10 pods", "Section 3 - 4 × 5 = 20", "2^3^2 = 512",
              "10 × 3–5 ms = 30–50 ms"},
             "contradicted");
}

TEST_CASE("two currencies are not compared") {
  check_none({"€15 × 600 = $9,900"}, "contradicted");
}

TEST_CASE("sizes make no money") {
  check_all({"20 GB × 3 nodes = 60 USD"}, "silent");
}

}  // namespace
}  // namespace reckon::derive
