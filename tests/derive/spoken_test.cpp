// SPDX-License-Identifier: MIT
// What a sentence calculates in words.
#include "derive/spoken.hpp"

#include "derive/sample.hpp"

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
       "spoken: 530 requests/s × 12 pods"},
      {"10M users at 2 KB each, that is 20 GB.", "20 GB", "spoken: 2 KB × 10M users"},
      {"100,000 TPS at 53 µs each take 5.3 cores.", "5.3 cores", "spoken: 53 µs × 100,000 TPS"},
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

TEST_CASE("numbers that do not fit the unit of the result calculate nothing") {
  const Sample sample("The team of 7 people meets for 45 minutes and serves 3 customers.");
  CHECK(story(sample, "3 customers") == "input");
}

}  // namespace
}  // namespace reckon::derive
