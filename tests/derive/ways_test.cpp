// SPDX-License-Identifier: MIT
// All ways in which numbers come to another.
#include "derive/search/ways.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

using Catch::Matchers::WithinRel;

/// The ways from all numbers of a text but the last to the last, the numbers as bare operands.
std::vector<Way> ways_of(const Sample& sample, Bond bond = Bond::none) {
  std::vector<Operand> operands;
  const auto last = static_cast<MentionId>(sample.page().mentions.size() - 1);
  for (MentionId id = 0; id < last; ++id) operands.push_back({.mention = id, .bond = bond});
  return ways(sample.page(), operands, last, false);
}

TEST_CASE("dimensions leave one way, which is free") {
  struct Row {
    const char* text;
    double value;
  };
  const Row rows[] = {
      {"14 GB/day, 30 days, 1 GB", 420e9},
      {"10 GB, 100 MB/s, 1 s", 100.0},
      {"400/s, 2 KB, 3, 1 KB/s", 2.4e6},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto found = ways_of(Sample(row.text), Bond::binds);
    REQUIRE_FALSE(found.empty());
    CHECK_THAT(found.front().value, WithinRel(row.value, 1e-9));
  }
  CHECK(ways_of(Sample("14 GB/day, 30 days, 1 GB")).size() == 1);
}

TEST_CASE("words say what is added and what is multiplied") {
  const Sample sample("3, 10 s, 30 s, 1 s");
  const std::vector<Operand> operands{
      {.mention = 0}, {.mention = 1, .bond = Bond::binds}, {.mention = 2, .bond = Bond::adds}};
  const auto found = ways(sample.page(), operands, 3, false);
  REQUIRE_FALSE(found.empty());
  CHECK_THAT(found.front().value, WithinRel(60.0, 1e-9));
  CHECK_FALSE(found.front().guesses);
}

TEST_CASE("units that fit in no way have none, and too many operands neither") {
  CHECK(ways_of(Sample("7 GB, 45 minutes, 3 USD")).empty());
  CHECK(ways_of(Sample("1, 2, 3, 4, 5, 6")).empty());
}

}  // namespace
}  // namespace reckon::derive
