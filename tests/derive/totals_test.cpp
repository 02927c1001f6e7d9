// SPDX-License-Identifier: MIT
// Sums that a word says.
#include "derive/totals.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

TEST_CASE("a word makes a number the sum of those before it") {
  struct Row {
    const char* text;
    const char* total;
    const char* story;
  };
  const Row rows[] = {
      {"Web takes 120 MB, jobs 43 MB, together 163 MB.", "163 MB", "total: 120 MB + 43 MB"},
      {"Web takes 120 MB and jobs 43 MB. In all 163 MB.", "163 MB", "total: 120 MB + 43 MB"},
      {"- TLS: 12 ms\n- lookup: 8 ms\n- write: 21 ms\n- Total: 41 ms\n", "41 ms",
       "total: 12 ms + 8 ms + 21 ms"},
      {"- TLS: 12 ms\n- lookup: 8 ms\n- write: 21 ms\n\nTotal: 41 ms\n", "41 ms",
       "total: 12 ms + 8 ms + 21 ms"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(story(Sample(row.text), row.total) == row.story);
  }
}

TEST_CASE("only what is alike is summed") {
  const Sample sample("- TLS: 12 ms\n- lookup: 8 ms\n- pods: 21\n- Total: 20 ms\n");
  CHECK(story(sample, "20 ms") == "total: 12 ms + 8 ms");
}

TEST_CASE("a list whose total is off is at least no longer explained") {
  const Sample sample("- TLS: 12 ms\n- lookup: 8 ms\n- write: 21 ms\n- Total: 51 ms\n");
  CHECK(story(sample, "51 ms") == "unexplained, total: 12 ms + 8 ms + 21 ms");
}

}  // namespace
}  // namespace reckon::derive
