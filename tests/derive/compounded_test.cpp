// SPDX-License-Identifier: MIT
// What a rate makes of a number that stands anywhere before.
#include "derive/sentences/compounded.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

using Numbers = std::vector<std::string>;

TEST_CASE("what a rate makes of a number of the same things is found wherever that stands") {
  const Sample sample(
      "The choir has 480 members. It grows by 10 % a year. After three years there are 638.9 members.");
  CHECK(story(sample, "638.9") == "spoken: 480 × 1.1^3");
  CHECK(story(Sample(
                  "There are 3,400 bison. The herd rises by 12 % per year; in five years it is 5,992 bison."),
              "5,992") == "spoken: 3,400 × 1.12^5");
  CHECK(story(Sample("We lose 5 % a year of 820 vans. After four years 668 vans are left."), "668") ==
        "spoken: 820 × 0.95^4");
  CHECK(story(Sample("Sales grow 4 % a month. After a year we are at a factor of 1.60."), "1.60") ==
        "spoken: 1.04^12");
}

TEST_CASE("what becomes of the number before needs no name") {
  const std::string rate = "Volume has grown 20% a year. Over four years that is a factor of 2.07: ";
  CHECK(accused(Sample(rate + "31.4 TB become 65 TB.")).empty());
  CHECK(accused(Sample(rate + "31.4 TB become 57 TB.")) == Numbers{"57 TB, not 65.11"});
}

TEST_CASE("growth by a straight line is told") {
  CHECK(
      accused(Sample(
          "The choir has 480 members. It grows by 10 % a year. After three years there are 624 members.")) ==
      Numbers{"624, not 638.9"});
  CHECK(accused(Sample(
            "There are 3,400 bison. The herd rises by 12 % per year; in five years it is 5,440 bison.")) ==
        Numbers{"5,440, not 5992"});
  CHECK(accused(Sample("If sales grow 30 % a year, after 4 years we are at a factor of 2.20.")) ==
        Numbers{"2.20, not 2.856"});
}

TEST_CASE("what a rate of loss leaves may be told as a share") {
  CHECK(story(Sample("We lose 3 % a month. After a year 69.4 % of the members are left."), "69.4 %") ==
        "spoken: 0.97^12");
  CHECK(accused(Sample("We lose 3 % a month. After a year 64 % of the members are left.")) ==
        Numbers{"64 %, not 69.38"});
}

TEST_CASE("what is said to be linear, what fits both and what starts from other things is no slip") {
  const char* const texts[] = {
      "The choir has 480 members. It grows linearly, 10 % a year: after three years there are 624 members.",
      "The choir has 480 members. It grows by 1 % a year. After two years there are 490 members.",
      "The choir has 480 members. Rents rise by 10 % a year. After three years there are 624 chairs.",
      "A hall is lit 99.9 % a month. After 3 months there were 130 visits.",
  };
  for (const char* const text : texts) {
    INFO(text);
    CHECK(accused(Sample(text)).empty());
  }
}

}  // namespace
}  // namespace reckon::derive
