// SPDX-License-Identifier: MIT
// What several copies take.
#include "derive/sentences/copied.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

TEST_CASE("copies are so many times what one takes") {
  CHECK(story(Sample("60 days, one copy: 84.3 TB\n60 days, three copies: 252.9 TB\n", "plan.txt"),
              "252.9 TB") == "spoken: 84.3 TB × three copies");
  CHECK(story(Sample("It is 1.37 TB raw, or 4.11 TB counting three replicas of it."), "4.11 TB") ==
        "spoken: 1.37 TB × three replicas");
}

TEST_CASE("a prefix shows in the digits") {
  const std::string one = "60 days, one copy: 84.3 TB\n";
  CHECK(accused(Sample(one + "60 days, three copies: 252.9 GB\n", "plan.txt")).size() == 1);
}

TEST_CASE("copies of something else, or of more of it, accuse nobody") {
  const char* const texts[] = {
      "One region, 3 copies: 84.3 TB\nTwo regions, 3 copies: 168.6 TB\n",
      "60 days, one copy: 84.3 TB\n90 days, two copies: 252.9 TB\n",
      "60 days, one copy: 84.3 TB\n60 days, three copies, compressed: 61.2 TB\n",
  };
  for (const char* const text : texts) {
    INFO(text);
    CHECK(accused(Sample(text, "plan.txt")).empty());
  }
}

TEST_CASE("copies that are a zero or one copy off are told") {
  CHECK(accused(Sample("Thirty days make 24 GB, and with three copies of the archive 719 GB.")) ==
        std::vector<std::string>{"719 GB, not 72"});
  CHECK(accused(Sample("One copy is 12.4 TB; with three copies it is 24.8 TB.")) ==
        std::vector<std::string>{"24.8 TB, not 37.2"});
  CHECK(accused(Sample("One copy is 12.4 TB; with three copies it is 37.2 TB.")).empty());
}

TEST_CASE("a replication factor counts copies of what was said before") {
  CHECK(story(Sample("Two weeks come to 31.7 TB; RF=3 → 95.1 TB"), "95.1 TB") == "spoken: 31.7 TB × 3");
  CHECK(accused(Sample("Two weeks come to 31.7 TB; RF=3 → 31.7 TB")) ==
        std::vector<std::string>{"31.7 TB, not 95.1"});
  CHECK(accused(Sample("Two weeks come to 31.7 TB. A replication factor of 3 makes that 63.4 TB.")) ==
        std::vector<std::string>{"63.4 TB, not 95.1"});
  CHECK(accused(Sample("Two weeks come to 31.7 TB. With RF 3 the 31.7 TB are safe.")).empty());
}

TEST_CASE("what one takes, said again of several, is a factor left out") {
  CHECK(accused(Sample("* a day of readings: 129.6 GB, two replicas 129.6 GB")) ==
        std::vector<std::string>{"129.6 GB, not 259.2"});
  CHECK(accused(Sample("A year of notes is 4.23 TB, with the standby 4.23 TB.")) ==
        std::vector<std::string>{"4.23 TB, not 8.46"});
  CHECK(accused(
            Sample("The racks hold 1,344 TB. Every block is written three times, which leaves 1,344 TB.")) ==
        std::vector<std::string>{"1,344 TB, not 448"});
}

TEST_CASE("what copies take is more than one of them, what they leave is less") {
  for (const char* text : {"That is 346 GB; the three copies take 1.04 TB.",
                           "Written three times, which leaves 448 TB of 1,344 TB.",
                           "5 million × 38 KB = 190 GB on one copy, 570 GB on the three replicas."}) {
    INFO(text);
    CHECK(verdict(Sample(text)) != "contradicted");
  }
}

TEST_CASE("several that hold the same each, or did so once, are no slip") {
  const char* const texts[] = {
      "The index is 129.6 GB, and three replicas need 129.6 GB each.",
      "The index is 129.6 GB; three replicas serve the 129.6 GB.",
      "Today it is 129.6 GB; three replicas were 129.6 GB before.",
      "The racks hold 1,344 TB. Every block is written three times, which leaves 448 TB.",
      "A year of notes is 4.23 TB, with the standby 8.46 TB.",
  };
  for (const char* const text : texts) {
    INFO(text);
    CHECK(accused(Sample(text)).empty());
  }
}

}  // namespace
}  // namespace reckon::derive
