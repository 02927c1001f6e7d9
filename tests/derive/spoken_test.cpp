// SPDX-License-Identifier: MIT
// What a sentence calculates in words.
#include "derive/sentences/spoken.hpp"

#include "derive/verdicts.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

TEST_CASE("all numbers of a clause yield the one that words introduce as the result") {
  struct Row {
    const char* text;
    const char* result;
    const char* story;
  };
  const Row rows[] = {
      {"A fleet of 12 pods with 530 requests/s each serves 6,360 requests/s.", "6,360 requests/s",
       "spoken: 12 pods × 530 requests/s"},
      {"10M users at 2 KB each, that is 20 GB.", "20 GB", "spoken: 10M users × 2 KB"},
      {"100,000 TPS at 53 µs each take 5.3 cores.", "5.3 cores", "spoken: 100,000 TPS × 53 µs"},
      {"Four checks of 12 s and a grace period of 25 s make 73 s.", "73 s", "spoken: Four × 12 s + 25 s"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const Sample sample(row.text);
    CHECK(story(sample, row.result) == row.story);
    CHECK(verdict(sample) == "recomputed");
  }
}

TEST_CASE("a slip in it is accused") {
  CHECK(accused(Sample("A fleet of 12 pods with 530 requests/s each serves 63,600 requests/s.")) ==
        std::vector<std::string>{"63,600 requests/s, not 6360"});
  CHECK(accused(Sample("100,000 TPS at 53 µs each take 53 cores.")) ==
        std::vector<std::string>{"53 cores, not 5.3"});
}

TEST_CASE("where units and words leave one way, one digit is enough") {
  check_all(
      {
          "Of 2M requests 5 % fail, so 10,000 are retried.",
          "Three probes of 10 ms and a pause of 30 ms make 90 ms.",
          "Each of the 40 brokers stores 3 TB, 1.2 TB in all.",
          "10 GB at 100 MB/s take 1,000 s.",
          "At 100 MB/s, copying 10 GB takes 1,000 s.",
          "With a peak factor of 3, the 400 requests/s become 12,000 requests/s.",
      },
      "contradicted");
}

TEST_CASE("where units cancel, words are nearly a sign: no slip has to explain it") {
  check_all(
      {
          "Copying 720 GB at 240 MB/s takes 5,170 s.",
          "By Little's law 6,000 requests a second at 70 ms are 4,200 in flight.",
          "7,000 requests a second at 3 ms of CPU keep 210 cores busy.",
      },
      "contradicted");
}

TEST_CASE("numbers that are set against each other calculate nothing") {
  check_none(
      {
          "A link of 380 GB/s is not what 16 GB need: we measured that it takes 87 ms.",
          "Each page gets 1,000 views a day, but the top 100 get 1 million views a day.",
          "At 1,000 incidents a day an uncontrolled cost is $200-$1,500 a day.",
          "The first 30 s of each of 150 steps are dropped; the remainder is 90 s.",
      },
      "contradicted");
}

TEST_CASE("what is bounded, allowed, written out or completed elsewhere is left alone") {
  check_none(
      {
          "At 100 MB/s a copy of 10 GB is slow, so we allow 1,000 s.",
          "With a timeout of 30 s and 3 retries a call takes at most 1,000 s.",
          "1 billion places with a kilobyte each. Every place has 10 comments of 1 KB, so we need 10 TB.",
          "If 99 take 100 ms and 1 takes 10 seconds, the p99 tells more.",
          "A row updated 1000 times has 1000 versions, or 999 dead ones.",
          "A cache of 100 QPS in front of 100K QPS means hundreds of misses.",
          "An average of 50 ms can hide that 1 % of requests take 5 seconds.",
          "We roll out to 1 % of the users, then 10 %, then 100 %.",
          "The 5 users with 500 requests each, or 25 in the worst case, are active.",
      },
      "contradicted");
}

TEST_CASE("numbers that do not fit the unit of the result calculate nothing") {
  const Sample sample("The team of 7 people meets for 45 minutes and serves 3 customers.");
  CHECK(story(sample, "3 customers") == "input");
}

TEST_CASE("a clause begins at what words already yield") {
  const std::string text = "Of the 3 million users 8% are online, so 240,000 sessions of 4 KB make ";
  CHECK(story(Sample(text + "960 MB."), "960 MB") == "spoken: 240,000 sessions × 4 KB");
  CHECK(accused(Sample(text + "960 GB.")) == std::vector<std::string>{"960 GB, not 0.96"});
}

}  // namespace
}  // namespace reckon::derive
