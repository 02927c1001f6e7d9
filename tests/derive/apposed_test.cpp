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

TEST_CASE("\"and\" joins a rate to itself over another period") {
  CHECK(story(Sample("Sensors write 3.12 GB a day and 93.6 GB a month."), "93.6 GB a month") ==
        "spoken: 3.12 GB a day");
  CHECK(accused(Sample("Sensors write 3.12 GB a day and 936 GB a month.")) ==
        std::vector<std::string>{"936 GB a month, not 93.6"});
  CHECK(accused(Sample("Sensors write 3.12 GB a day and the doors 41.5 GB a month.")).empty());
}

TEST_CASE("a number near by is no excuse for a rate that is said again") {
  CHECK(accused(Sample("Open for 10 hours a day, one gate counts 5.04 GB a day and 1.51 TB a month.")) ==
        std::vector<std::string>{"1.51 TB a month, not 0.1512"});
}

TEST_CASE("a period alone names nothing: the things are those before") {
  CHECK(accused(Sample("There are 109.2 million calls a day, 75,833 per second.")) ==
        std::vector<std::string>{"75,833 per second, not 1264"});
  CHECK(accused(Sample("There are 109.2 million calls a day, 1,264 per second.")).empty());
}

TEST_CASE("the next sentence may say the same rate over another period") {
  CHECK(accused(Sample("Riders send 588 M pings a day. That's 408,333/s on average.")) ==
        std::vector<std::string>{"408,333/s, not 6806"});
  CHECK(accused(Sample("- Riders send 667k pings/s.\n- That is 2.4 billion pings per day.\n")) ==
        std::vector<std::string>{"2.4 billion pings per day, not 57,628,800,000"});
  CHECK(accused(Sample("Riders send 588 M pings a day. That's 6,806/s on average.")).empty());
  CHECK(accused(Sample("Each of 60 cities sends 588 M pings a day. That's 408,333/s on average.")).empty());
}

TEST_CASE("the same number under another unit says another amount") {
  CHECK(accused(Sample("The gate takes 2 GB/s, 6 GB/s at noon, which is 6 Gbit/s.")) ==
        std::vector<std::string>{"6 Gbit/s, not 48"});
  CHECK(accused(Sample("The gate takes 2 GB/s, 6 GB/s at noon, which is 48 Gbit/s.")).empty());
  CHECK(accused(Sample("Each camera sends 6 Mbit/s, and the recorder writes 6 MB/s.")).empty());
}

TEST_CASE("cores and the time that they work are one unit, whatever parts them") {
  CHECK(accused(Sample("3,200 x 27 s = 86,400 core seconds = 1,440 core hours")) ==
        std::vector<std::string>{"1,440 core hours, not 24"});
  CHECK(accused(Sample("3,200 x 27 s = 86,400 core seconds = 24 core hours")).empty());
}

}  // namespace
}  // namespace reckon::derive
