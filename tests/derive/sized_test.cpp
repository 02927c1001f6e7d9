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
