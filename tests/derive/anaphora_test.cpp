// SPDX-License-Identifier: MIT
// Numbers told as a multiple or a part of what was said before.
#include "derive/sentences/anaphora.hpp"

#include "derive/verdicts.hpp"

namespace reckon::derive {
namespace {

TEST_CASE("so many times that, and a part of it") {
  CHECK(story(Sample("We lost 38 TB; a rebuild reads ten times that, 380 TB."), "380 TB") ==
        "spoken: 38 TB × ten");
  CHECK(story(Sample("The mean is 486/s and the peak six times as high, 2,916/s."), "2,916/s") ==
        "spoken: 486/s × six");
}

TEST_CASE("a slip in a multiple is accused") {
  check_all(
      {
          "We lost 38 TB; a rebuild reads ten times that, 3.8 TB.",
          "The mean is 486/s and the peak six times as high, 29,160/s.",
          "- 400 writes/s on average, three times that at peak: 12,000/s",
      },
      "contradicted");
}

TEST_CASE("times that count and numbers that something else tells are left alone") {
  check_none(
      {
          "It is written 1000 times a day, 10 MB each.",
          "Three times that would be 1,200/s, but we plan for 2,000/s.",
          "The p50 is 20 ms, ten times that is the limit of the proxy, which allows 500 ms.",
      },
      "contradicted");
}

TEST_CASE("what doubles to a number doubles the number before it") {
  const std::string text = "The cache leaves 12,400 reads/s. Without it the load doubles to ";
  CHECK(story(Sample(text + "24,800 reads/s."), "24,800 reads/s") == "spoken: 12,400 reads/s × 2");
  CHECK(accused(Sample(text + "2,480 reads/s.")) == std::vector<std::string>{"2,480 reads/s, not 24,800"});
  CHECK(accused(Sample("We keep 12 GB. From May on the price doubles to 31 GB-hours a day.")).empty());
}

TEST_CASE("nothing refers to a remark in brackets") {
  CHECK(story(Sample("The map takes 41.6 TB (83 % of its 50 TB shelf), and three times that, 124.8 TB, with "
                     "copies."),
              "124.8 TB") == "spoken: 41.6 TB × three");
  CHECK(accused(Sample("The map takes 41.6 TB (83 % of its 50 TB shelf), and three times that, 1,248 TB.")) ==
        std::vector<std::string>{"1,248 TB, not 124.8"});
}

TEST_CASE("\"this\" may be what was said before, so many times") {
  CHECK(story(Sample("We get 554,400 scans a day. With a mean of 850 KB this is 471 GB a day."),
              "471 GB a day") == "spoken: 554,400 scans a day × 850 KB");
  CHECK(accused(Sample("We get 554,400 scans a day. With a mean of 850 KB this is 471 MB a day.")) ==
        std::vector<std::string>{"471 MB a day, not 471,240"});
  CHECK(accused(Sample("We get 554,400 scans a day. With a cache of 850 KB this is 120 MB a day.")).empty());
}

}  // namespace
}  // namespace reckon::derive
