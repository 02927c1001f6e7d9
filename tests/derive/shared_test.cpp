// SPDX-License-Identifier: MIT
// Parts of a whole: what a share of it makes, and what is lost of it.
#include "derive/sentences/shared.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

using Numbers = std::vector<std::string>;

TEST_CASE("a share of what was said makes that part of it") {
  CHECK(story(Sample("The library has 46,200 members. 12 % of them (5,544) are children."), "5,544") ==
        "spoken: 12 % × 46,200");
  CHECK(story(Sample("At noon 8 % of the 33,400 calls/s, 2,672/s, reach the core."), "2,672/s") ==
        "spoken: 8 % × 33,400 calls/s");
}

TEST_CASE("the other part is none of it") {
  CHECK(accused(Sample("The library has 46,200 members. 12 % of them (40,656) are children.")) ==
        Numbers{"40,656, not 5544"});
  CHECK(accused(Sample("At noon there are 33,400 calls/s.\n\n- core: 8 % of the calls, 30,728/s")) ==
        Numbers{"30,728/s, not 2672"});
  CHECK(accused(Sample("A scan logs 1.74 GB a month, a tenth of that zipped (174 GB).")) ==
        Numbers{"174 GB, not 0.174"});
  CHECK(accused(Sample("The lift is up 99.5 %; of 720 hours that allows 716.4 hours of downtime.")) ==
        Numbers{"716.4 hours, not 3.6"});
}

TEST_CASE("what may be lost is what an availability leaves") {
  CHECK(
      accused(Sample("The goal is 99.9 %; over a year that is 5.18 billion letters and 51.8 million may get "
                     "lost.")) == Numbers{"51.8 million, not 5,180,000"});
  CHECK(
      accused(Sample("The goal is 99.9 %; over a year that is 5.18 billion letters and 5.18 million may get "
                     "lost."))
          .empty());
}

TEST_CASE("numbers behind a share that are no part of what was said") {
  const char* const texts[] = {
      "The library has 46,200 members. 12 % of them are children; the other 40,656 pay.",
      "At noon there are 33,400 calls/s.\n\n- core: 8 % of the letters, 1,200/s",
      "The lift is up 99.5 %; of 720 hours that allows 3.6 hours of downtime.",
      "Seven barns hold 1.4 TB; the day fills 61 % of it and leaves 541 GB.",
      "99.9 % of 5.18 billion letters arrive and 412 million may be registered.",
  };
  for (const char* const text : texts) {
    INFO(text);
    CHECK(accused(Sample(text)).empty());
  }
}

}  // namespace
}  // namespace reckon::derive
