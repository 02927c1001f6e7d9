// SPDX-License-Identifier: MIT
// What words do in arithmetic.
#include "arithmetic/lexicon.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>

namespace reckon::arithmetic {
namespace {

TEST_CASE("words have a role, and some a value") {
  struct Row {
    const char* words;
    Role role;
    double value;
  };
  const Row rows[] = {
      {"three", Role::number, 3},      {"dozen", Role::scale, 12},    {"million", Role::scale, 1e6},
      {"crore", Role::scale, 1e7},     {"half", Role::share, 0.5},    {"twice", Role::multiple, 2},
      {"times", Role::times, 0},       {"divided by", Role::over, 0}, {"plus", Role::plus, 0},
      {"minus", Role::minus, 0},       {"of", Role::of, 0},           {"per", Role::per, 0},
      {"each", Role::each, 0},         {"the", Role::article, 0},     {"is", Role::relation, 0},
      {"comes to", Role::relation, 0}, {"hence", Role::leap, 0},      {"needs", Role::leap, 0},
      {"or", Role::alternative, 0},    {"roughly", Role::about, 0},   {"at least", Role::at_least, 0},
      {"up to", Role::at_most, 0},     {"in all", Role::total, 0},    {"rounded up", Role::rounded_up, 0},
      {"daily", Role::period, 86400},  {"and", Role::conjunction, 0}, {"with", Role::preposition, 0},
      {"it", Role::pronoun, 0},        {"will", Role::auxiliary, 0},  {"only", Role::adverb, 0},
  };
  for (const Row& row : rows) {
    INFO(row.words);
    const Entry* const entry = find_entry(row.words);
    REQUIRE(entry != nullptr);
    CHECK(entry->words == row.words);
    CHECK(entry->role == row.role);
    CHECK(entry->value == row.value);
  }
}

TEST_CASE("the longest phrase wins, and it ends where a word ends") {
  CHECK(find_entry("at least twelve nodes")->words == "at least");
  CHECK(find_entry("rounded up to")->words == "rounded up");
  CHECK(find_entry("is equal to 5")->words == "is equal to");
  CHECK(find_entry("isolation") == nullptr);
  CHECK(find_entry("brokers") == nullptr);
  CHECK(find_entry("") == nullptr);
  CHECK(find_entry("5 nodes") == nullptr);
}

TEST_CASE("entries are in lower case, in order and each once") {
  std::set<std::string_view> seen;
  for (const Entry& entry : lexicon()) {
    INFO(entry.words);
    CHECK(seen.insert(entry.words).second);
    CHECK(std::none_of(entry.words.begin(), entry.words.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
    const bool is_valued = entry.role == Role::scale || entry.role == Role::share ||
                           entry.role == Role::multiple || entry.role == Role::period;
    if (is_valued) CHECK(entry.value > 0.0);
  }
  const auto by_words = [](const Entry& a, const Entry& b) { return a.words < b.words; };
  CHECK(std::is_sorted(lexicon().begin(), lexicon().end(), by_words));
}

TEST_CASE("a noun goes on with content words and articles only") {
  CHECK_FALSE(ends_noun(Role::content));
  CHECK_FALSE(ends_noun(Role::article));
  CHECK(ends_noun(Role::preposition));
  CHECK(ends_noun(Role::relation));
}

}  // namespace
}  // namespace reckon::arithmetic
