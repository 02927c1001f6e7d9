// SPDX-License-Identifier: MIT
// Numbers in words.
#include "arithmetic/spelled.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace reckon::arithmetic {
namespace {

TEST_CASE("numbers in words are read as far as they go") {
  struct Row {
    const char* text;
    double value;
    const char* read;
  };
  const Row rows[] = {
      {"three nodes", 3, "three"},
      {"Three nodes", 3, "Three"},
      {"twenty-two", 22, "twenty-two"},
      {"one hundred and two", 100, "one hundred"},
      {"two hundred thousand users", 200000, "two hundred thousand"},
      {"two million three hundred thousand", 2300000, "two million three hundred thousand"},
      {"a dozen", 12, "a dozen"},
      {"a million", 1e6, "a million"},
      {"half a million", 5e5, "half a million"},
      {"one and a half", 1.5, "one and a half"},
      {"one and a half million", 1.5e6, "one and a half million"},
      {"five six", 5, "five"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const std::string text = row.text;
    const auto spelled = read_spelled(text, 0);
    REQUIRE(spelled);
    CHECK(spelled->value == Approx(row.value));
    CHECK(text.substr(0, text.find_last_not_of(' ', spelled->end - 1) + 1) == row.read);
    CHECK_FALSE(spelled->is_share);
  }
}

TEST_CASE("shares are meant roughly, and only where something says that they are shares") {
  struct Row {
    const char* text;
    double value;
  };
  for (const Row& row : {Row{"half of it", 0.5}, Row{"half the brokers", 0.5}, Row{"a third of", 1.0 / 3},
                         Row{"two thirds", 2.0 / 3}, Row{"three quarters", 0.75}}) {
    INFO(row.text);
    const auto spelled = read_spelled(row.text, 0);
    REQUIRE(spelled);
    CHECK(spelled->value == Approx(row.value));
    CHECK(spelled->is_share);
  }
  for (const char* text : {"third node", "half duplex", "quarter results"}) {
    INFO(text);
    CHECK_FALSE(read_spelled(text, 0));
  }
}

TEST_CASE("other words are no numbers") {
  for (const char* text : {"a node", "an hour", "tends", "often", "one_off", "threefold", "", "x"}) {
    INFO(text);
    CHECK_FALSE(read_spelled(text, 0));
  }
}

TEST_CASE("two letters tell for nearly every word that it starts no number") {
  CHECK(may_start_spelled('t', 'h'));
  CHECK(may_start_spelled('T', 'w'));
  CHECK(may_start_spelled('a', ' '));
  CHECK_FALSE(may_start_spelled('b', 'r'));
  CHECK_FALSE(may_start_spelled('t', 'a'));
  CHECK_FALSE(may_start_spelled('5', ' '));
}

TEST_CASE("several dozens are counted") {
  CHECK(read_spelled("two dozen", 0)->value == 24);
}

}  // namespace
}  // namespace reckon::arithmetic
