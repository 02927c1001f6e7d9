// SPDX-License-Identifier: MIT
// What the measures of a sentence come to, in whatever order they stand.
#include "derive/sentences/balanced.hpp"

#include "derive/verdicts.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

TEST_CASE("operands may stand behind their result and in the sentence before") {
  check_none(
      {
          "The uplink needs 310 Mbit/s: 31 turnstiles, each with 10 Mbit/s.",
          "A parcel label weighs 12 KB and 4,500 labels are printed every second. This means that the "
          "spooler "
          "moves 54 MB/s.",
          "At 45 scans per second, the ledger gains 3,888,000 scans daily.",
          "One pod sustains 150 requests/s. The rush of 2,700 requests/s therefore takes 18 pods.",
      },
      "contradicted");
  check_all(
      {
          "The uplink needs 3,100 Mbit/s: 31 turnstiles, each with 10 Mbit/s.",
          "A parcel label weighs 12 KB and 4,500 labels are printed every second. This means that the "
          "spooler "
          "moves 540 MB/s.",
          "At 45 scans per second, the ledger gains 38,880,000 scans daily.",
          "One pod sustains 150 requests/s. The rush of 2,700 requests/s therefore takes 180 pods.",
      },
      "contradicted");
}

TEST_CASE("how often is told in words") {
  check_none(
      {
          "33,000 sensors that call once a minute produce 550 calls a second.",
          "7 million readers open the app twice a day, or 14 million visits a day.",
          "1.5 million buoys report every 6 seconds, yielding 250,000 reports per second.",
      },
      "contradicted");
  check_all(
      {
          "33,000 sensors that call once a minute produce 5,500 calls a second.",
          "7 million readers open the app twice a day, or 140 million visits a day.",
          "1.5 million buoys report every 6 seconds, yielding 2.5 million reports per second.",
      },
      "contradicted");
}

TEST_CASE("what is said of one thing meets how many of it there are") {
  check_none(
      {
          "Each seat needs 34 KB, 2 million of them 68 GB.",
          "90 crates at 18 per pallet need 5 pallets.",
      },
      "contradicted");
  CHECK(accused(Sample("Each seat needs 34 KB, 2 million of them 680 GB.")) ==
        std::vector<std::string>{"680 GB, not 68"});
}

TEST_CASE("a rate is converted wherever the verb stands") {
  CHECK(accused(Sample("A 20 Gbit/s trunk carries 25 GB/s in each direction, and 2.52 GB/s are used."))
            .empty());
  CHECK(accused(Sample("A 10 Gbit/s trunk carries 12.5 GB/s.")) ==
        std::vector<std::string>{"12.5 GB/s, not 1.25"});
  check_all({"$820 a month is $98,400 a year.", "30 million events a day work out at 3,470 a second."},
            "contradicted");
}

TEST_CASE("what is only told beside other numbers is left alone") {
  check_none(
      {
          "A page gets 1,000 views a day, but the top 100 pages get 1 million views a day.",
          "The cell finishes a request in one millisecond and can do more than 30,000 requests a second on 3 "
          "nodes.",
          "Suddenly 60,000 of 60k requests/s arrive in the same 100 ms window.",
          "The plan is $18 a month (or $149 a year).",
          "It reads ten blocks of 5 KB, and a block is 5 KB.",
          "Memory: 256 GB per node (total: 256 TB).",
          "The top 1,000 words (\"the\", \"go\") make 30 % of all questions, the rest is 99.9 % of the "
          "words.",
      },
      "contradicted");
}

}  // namespace
}  // namespace reckon::derive
