// SPDX-License-Identifier: MIT
// What so many things take, by the size that one of them has under its name.
#include "derive/sentences/sized.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

using Numbers = std::vector<std::string>;

TEST_CASE("things beside an amount of data take what one of them takes") {
  CHECK(story(Sample(
                  "A scan is kept at 62 kB per letter. In three hours 13.9 million letters pile up, 862 GB."),
              "862 GB") == "spoken: 13.9 million × 62 kB per letter");
  CHECK(story(Sample("- label: 1.1 KB\n- a month 1.04 billion labels, 1.14 TB"), "1.14 TB") ==
        "spoken: 1.04 billion × 1.1 KB");
}

TEST_CASE("the digits of what they take under another prefix are a slip") {
  CHECK(accused(Sample(
            "A scan is kept at 62 kB per letter. In three hours 13.9 million letters pile up, 862 MB.")) ==
        Numbers{"862 MB, not 861,800"});
  CHECK(accused(Sample("- label: 1.1 KB\n- a day 34.56 million labels, 38.0 MB")) ==
        Numbers{"38.0 MB, not 38,016"});
  CHECK(accused(Sample(
            "Each index entry takes 68 B per row. We then have 6.22 billion rows and 42.3 GB of table.")) ==
        Numbers{"42.3 GB, not 423"});
}

TEST_CASE("so many times a size is told by what leads to it") {
  CHECK(
      accused(Sample("The scanners make 61,300 pages per day. With a mean of 740 KB this is 45.4 GB a day."))
          .empty());
  CHECK(
      accused(Sample("The scanners make 61,300 pages per day. With a mean of 740 KB this is 45.4 MB a day."))
          .size() == 1);
  const std::string clicks = "The shop counts 5.28 billion clicks a month.\n\nOther things.\n\n";
  CHECK(accused(Sample(clicks + "- Log: 360 B per click → 1.90 TB a month.")).empty());
  CHECK(accused(Sample(clicks + "- Log: 360 B per click → 1.90 GB a month.")).size() == 1);
  CHECK(accused(Sample(clicks + "- Log: 360 B per visit → 1.90 GB a month.")).empty());
}

TEST_CASE("other amounts beside things accuse nobody") {
  const char* const texts[] = {
      "A scan is kept at 62 kB per letter. In three hours 13.9 million letters pile up, 541 GB of it in "
      "memory.",
      "A scan is kept at 62 kB per letter. In three hours 13.9 million parcels pile up, 862 MB.",
      "A scan is kept at 62 kB per letter. For 13.9 million letters a queue of 862 MB is enough.",
      "A scan is kept at 62 kB per letter. 10 letters and 62 MB of notes are left.",
  };
  for (const char* const text : texts) {
    INFO(text);
    CHECK(accused(Sample(text)).empty());
  }
}

}  // namespace
}  // namespace reckon::derive
