// SPDX-License-Identifier: MIT
// What grows at a rate.
#include "derive/sentences/growth.hpp"

#include "derive/verdicts.hpp"

namespace reckon::derive {
namespace {

TEST_CASE("a rate of growth yields what is reached after so many periods") {
  CHECK(story(Sample("Growing 20 % a year, 10 TB become 14.4 TB in two years."), "14.4 TB") ==
        "spoken: 10 TB × 1.2^2");
  const Sample steps(
      "Growth is 30 % a year. So 42 million become 54.6 million after one year and 71 million "
      "after two.");
  CHECK(story(steps, "54.6 million") == "spoken: 42 million × 1.3^1");
  CHECK(story(steps, "71 million") == "spoken: 42 million × 1.3^2");
}

TEST_CASE("a number that it does not yield is accused, and the periods that were miscounted are told") {
  const Sample sample("Growth is 30 % a year, so 42 million become 156 million after 3 years.");
  REQUIRE(sample.told().size() == 1);
  REQUIRE(sample.told().front().get().slip);
  CHECK(sample.told().front().get().slip->text == "grown 5 times instead of 3");
  check_all({"Growing 20 % a year, 10 TB become 40 TB in two years."}, "contradicted");
}

TEST_CASE("other rates, other periods and what only stands near are left alone") {
  check_none(
      {
          "Growing 20 % a year, 10 TB become 10.3 TB in two months.",
          "Growing 20 % a year at first and 10 % a year later, 10 TB become 13.2 TB in two years.",
          "A discount of 20 % a year makes 10 TB cost $40 in two years.",
          "Growing 20 % a year, the 10 TB need 40 disks, which we replace in two years.",
          "Growing 20 % a year, 10 TB become more than 14 TB in two years.",
          "The 10 TB grow by 20 %, to 12 TB in a year.",
      },
      "contradicted");
}

TEST_CASE("a factor is what a rate comes to in a longer period") {
  CHECK(story(Sample("Users grow 3 % a month. In a year that's a factor of 1.43."), "1.43") ==
        "spoken: 1.03^12");
  CHECK(story(Sample("Users grow 3 % a month. In a year that's a factor of 1.34."), "1.34") ==
        "accused, spoken: 1.03^12");
  CHECK(
      accused(Sample("Users grow 3 % a month, at best. In a year we also scale by a factor of 4.")).empty());
}

}  // namespace
}  // namespace reckon::derive
