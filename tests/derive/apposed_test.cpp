// SPDX-License-Identifier: MIT
// One quantity told twice side by side.
#include "derive/sentences/apposed.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

TEST_CASE("figures of one kind side by side are one quantity") {
  CHECK(story(Sample("The log takes 1.6 MB/s, 138 GB a day, and is kept."), "138 GB a day") ==
        "spoken: 1.6 MB/s");
  CHECK(story(Sample("It reads 6.23 billion rows per hour, 1.73 million rows per second."),
              "1.73 million rows per second") == "spoken: 6.23 billion rows per hour");
}

TEST_CASE("a slip shows that one of them is wrong") {
  CHECK(accused(Sample("The log takes 1.6 MB/s, 138 MB a day, and is kept.")) ==
        std::vector<std::string>{"138 MB a day, not 138,240"});
  CHECK(accused(Sample("It reads 6.23 billion rows per second, 104 million rows per minute.")).size() == 1);
}

TEST_CASE("two quantities side by side are no mistake") {
  const char* const texts[] = {
      "A client may send 5 requests per second, 120 requests per minute.",
      "Reads take 120 MB/s, 4.1 TB a day at most.",
      "We allow 20 MB/s, 35 MB/s at the peak.",
      "It makes 310 requests per second, 2,600 errors per hour.",
  };
  for (const char* const text : texts) {
    INFO(text);
    CHECK(accused(Sample(text)).empty());
  }
}

}  // namespace
}  // namespace reckon::derive
