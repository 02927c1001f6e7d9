// SPDX-License-Identifier: MIT
// One number that stands in two units, where a slip tells the units apart.
#include "derive/verdicts.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

TEST_CASE("one number told per second here and per day elsewhere is one slip") {
  const Sample sample(
      "The intake is 41.7 million rows per second.\n\n- 41.7 million rows per day × 52 B\n\n"
      "| What | Value |\n|---|---|\n| Rows kept | 41.7 million/day |\n");
  CHECK(story(sample, "41.7 million rows per second") == "accused, repeated: 41.7 million rows per day");
}

TEST_CASE("one number told in bytes here and in bits elsewhere is one slip") {
  check_all({"The edge sends 659 Gb/s.\n\nA match of 7,800 s at 659 GB/s is 5.1 PB, and 659 GB/s is what "
             "counts.\n"},
            "contradicted");
}

TEST_CASE("what is told twice each way, has few digits, or counts something else is two quantities") {
  check_none(
      {"The limit is 250 requests per second.\n\nThe other limit is 250 requests per minute.\n",
       "It takes 1,234 writes per second.\n\nIt takes 1,234 users per day.\n",
       "417 GB/s there and 417 Gb/s here.\n\nAgain 417 GB/s, and again 417 Gb/s.\n",
       "The heap has 384mb.\n\nThe cache has 384 MB.\n", "It costs $318/month.\n\nIt costs $318/year.\n"},
      "contradicted");
}

}  // namespace
}  // namespace reckon::derive
