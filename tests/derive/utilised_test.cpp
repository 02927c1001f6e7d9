// SPDX-License-Identifier: MIT
// What is needed where nothing may run flat out.
#include "derive/sentences/utilised.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

using Numbers = std::vector<std::string>;

TEST_CASE("a load at its limit needs more than the load") {
  CHECK(story(Sample("The ovens keep 34 workers busy. At 80 % load that takes 43 workers."), "43 workers") ==
        "spoken: 34 workers ÷ 80 %");
  CHECK(accused(Sample("The ovens keep 34 workers busy. At 80 % load that takes 27 workers.")) ==
        Numbers{"27 workers, not 42.5"});
  CHECK(accused(Sample("The ovens keep 34 cores busy. We never go above 80 %, so we buy 34 cores.")) ==
        Numbers{"34 cores, not 42.5"});
}

TEST_CASE("shares of a load that are no limit") {
  const char* const texts[] = {
      "The ovens keep 34 workers busy. 80 % of the shift that means 27 workers.",
      "46 cores are busy 50 % of the day, so 23 cores on average.",
      "We have 34 workers, 80 % loaded, so the 34 workers have time for more.",
      "The ovens keep 34 workers busy. At 80 % load we hire 60 workers.",
  };
  for (const char* const text : texts) {
    INFO(text);
    CHECK(accused(Sample(text)).empty());
  }
}

TEST_CASE("what is busy is divided by the utilisation that is kept") {
  CHECK(story(Sample("Decoding keeps 43.5 cores busy. At 70 % utilisation 62.1 cores."), "62.1 cores") ==
        "spoken: 43.5 cores ÷ 70 %");
  CHECK(accused(Sample("Decoding keeps 43.5 cores busy. At 70 % utilisation 30.5 cores.")).size() == 1);
  CHECK(
      accused(
          Sample("We need 37 workers busy all day. We never let them go above 65 %, so we order 37 workers."))
          .size() == 1);
}

TEST_CASE("what one bears is multiplied by it") {
  const std::string bears = "- A relay bears 620 sessions.\n";
  CHECK(accused(Sample(bears + "- At a 70 % utilisation target each relay takes 434 sessions.")).empty());
  CHECK(accused(Sample(bears + "- At a 70 % utilisation target each relay takes 620 sessions.")).size() == 1);
}

TEST_CASE("a row of a utilisation is that part of the row above") {
  const std::string head = "| | GPUs |\n|---|---|\n| Prefill | 7.4 |\n| Decode | 6.2 |\n| Sum | 13.6 |\n";
  CHECK(accused(Sample(head + "| At 80 % utilization | 17 |\n")).empty());
  CHECK(story(Sample(head + "| At 80 % utilization | 17 |\n"), "17") == "spoken: 13.6 ÷ 80 %");
}

TEST_CASE("capacity and measured load accuse nobody") {
  const char* const texts[] = {
      "The pool has 120 cores. At 60 % utilisation 72 cores are in use.",
      "120 cores at 60 % utilisation are 72 cores busy.",
      "The pool runs 48 workers. They never go above 55 %, and a second pool has 31 workers.",
  };
  for (const char* const text : texts) {
    INFO(text);
    CHECK(accused(Sample(text)).empty());
  }
}

}  // namespace
}  // namespace reckon::derive
