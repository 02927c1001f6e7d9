// SPDX-License-Identifier: MIT
// What an availability leaves: which words, and which digits, say that a time is that.
#include "derive/sentences/availability.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

using Numbers = std::vector<std::string>;

TEST_CASE("a time in a period right behind an availability is what it leaves") {
  CHECK(story(Sample("Two pumps in a row reach 99.90 %, 43.2 minutes per month."),
              "43.2 minutes per month") == "known: (1 − 99.90 %) × 1 month");
  CHECK(accused(Sample("Two pumps in a row reach 99.90 %, 4.32 minutes per month.")) ==
        Numbers{"4.32 minutes per month, not 43.2"});
  CHECK(accused(Sample("Five nines: 99.999 % is 26 min a month.")) == Numbers{"26 min a month, not 0.432"});
}

TEST_CASE("what is left may be named before a colon") {
  CHECK(accused(Sample("At 99.80 % both are up. Outage a month: 8.64 minutes.")) ==
        Numbers{"8.64 minutes, not 86.4"});
  CHECK(accused(Sample("At 99.80 % both are up. Outage a month: 86.4 minutes.")).empty());
  CHECK(
      accused(Sample("99.99 % for orders: 4.3 min, and the queue holds 24 h, so nothing is lost.")).empty());
}

TEST_CASE("digits that only a zero or a unit of time tells apart are no accident") {
  CHECK(accused(Sample("The lift is up 99.9 %, i.e. 43.2 min of downtime a month (8.76 days a year).")) ==
        Numbers{"8.76 days a year, not 0.365"});
  CHECK(accused(Sample("An SLO of 99.9 % leaves 4.32 minutes in 30 days.")) ==
        Numbers{"4.32 minutes, not 43.2"});
  CHECK(accused(Sample("The second 99.99 % costs 43.2 min.")) == Numbers{"43.2 min, not 4.32"});
}

TEST_CASE("times beside an availability that are not what it leaves") {
  const char* const texts[] = {
      "99.9 % of the calls are answered in 26 s.",
      "99.9 % within 43 ms, so the page is ready.",
      "We promise 99.9 %; a restart takes 25 s.",
      "99.99 % is the goal. The night shift works 8.5 hours.",
      "The lift is up 99.9 %, i.e. 8.76 hours a year.",
  };
  for (const char* const text : texts) {
    INFO(text);
    CHECK(accused(Sample(text)).empty());
  }
}

}  // namespace
}  // namespace reckon::derive
