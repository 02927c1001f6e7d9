// SPDX-License-Identifier: MIT
#include "document/equation_spelled.hpp"

#include "document/word_table.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace reckon::document {
namespace {

/// Words, lower case, and what has to follow them for the digits to stand in their place.
struct Row {
  std::string_view words;
  std::string_view plain;
};

/// Shares; "of" and a space follow.
constexpr std::array shares{
    Row{"half", "50%"},           Row{"a half", "50%"},      Row{"one half", "50%"},
    Row{"a quarter", "25%"},      Row{"one quarter", "25%"}, Row{"a fifth", "20%"},
    Row{"three quarters", "75%"}, Row{"a tenth", "10%"},     Row{"one tenth", "10%"},
    Row{"a third", "33.3%"},      Row{"one third", "33.3%"}, Row{"two thirds", "66.7%"},
};

constexpr std::array counts{
    Row{"one", "1"},      Row{"two", "2"},      Row{"three", "3"},       Row{"four", "4"},
    Row{"five", "5"},     Row{"six", "6"},      Row{"seven", "7"},       Row{"eight", "8"},
    Row{"nine", "9"},     Row{"ten", "10"},     Row{"eleven", "11"},     Row{"twelve", "12"},
    Row{"a dozen", "12"}, Row{"fifteen", "15"}, Row{"twenty", "20"},     Row{"thirty", "30"},
    Row{"forty", "40"},   Row{"fifty", "50"},   Row{"sixty", "60"},      Row{"seventy", "70"},
    Row{"eighty", "80"},  Row{"ninety", "90"},  Row{"a hundred", "100"},
};

/// Availabilities by their nines, from two on; "3 nines" and "4 9s" as well.
constexpr std::array nines{
    Row{"two", "99%"},      Row{"three", "99.9%"},     Row{"four", "99.99%"}, Row{"five", "99.999%"},
    Row{"six", "99.9999%"}, Row{"seven", "99.99999%"}, Row{"2", "99%"},       Row{"3", "99.9%"},
    Row{"4", "99.99%"},     Row{"5", "99.999%"},       Row{"6", "99.9999%"},  Row{"7", "99.99999%"},
};
constexpr std::array nines_words{std::string_view(" nines"), std::string_view(" 9s"),
                                 std::string_view(" 9's"), std::string_view("-nines"),
                                 std::string_view(" nine")};
constexpr std::array signs{std::string_view(" \xc3\x97"), std::string_view(" *"), std::string_view(" x "),
                           std::string_view(" times ")};
constexpr std::array percents{std::string_view(" percent"), std::string_view(" per cent")};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool stands(std::string_view text, std::size_t at, std::string_view words) {
  if (text.size() - at < words.size()) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (lower(text[at + i]) != words[i]) return false;
  }
  return true;
}

bool ends_word(std::string_view text, std::size_t at) {
  if (at >= text.size()) return true;
  const char c = lower(text[at]);
  return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_');
}

template <std::size_t Count>
std::size_t length_of_any(std::string_view text, std::size_t at,
                          const std::array<std::string_view, Count>& words) {
  for (const std::string_view word : words) {
    if (stands(text, at, word)) return word.size();
  }
  return 0;
}

/// A sign of multiplication, behind two nouns at most: "four thousand lockers ×".
bool sign_follows(std::string_view text, std::size_t at) {
  constexpr int most_nouns = 2;
  for (int nouns = 0; nouns <= most_nouns; ++nouns) {
    if (length_of_any(text, at, signs) != 0) return true;
    if (at >= text.size() || text[at] != ' ') return false;
    ++at;
    while (at < text.size() && (lower(text[at]) >= 'a' && lower(text[at]) <= 'z')) ++at;
  }
  return false;
}

/// What the rows begin with; sorted.
constexpr std::array<std::string_view, 24> beginnings{
    "a dozen", "a fifth", "a half", "a hundred", "a quarter", "a tenth", "a third", "eight",
    "eleven",  "fifteen", "fifty",  "five",      "forty",     "four",    "half",    "nine",
    "one",     "seven",   "six",    "ten",       "thirty",    "three",   "twe",     "two"};
constexpr Initials beginning_initials = initials_of(beginnings);

constexpr std::uint32_t bit_of(char c) {
  return c >= 'a' && c <= 'z' ? 1U << static_cast<unsigned>(c - 'a') : 1U << 31U;
}
/// For each first letter the second ones.
constexpr auto second_letters = [] {
  std::array<std::uint32_t, 26> out{};
  for (const std::string_view words : beginnings)
    out[static_cast<std::size_t>(words[0] - 'a')] |= bit_of(words[1]);
  return out;
}();

}  // namespace

bool may_spell_number(std::string_view text, std::size_t at) {
  if (at >= text.size() || (text[at] >= '0' && text[at] <= '9')) return true;
  const char initial = lower(text[at]);
  if (initial < 'a' || initial > 'z' || at + 1 == text.size()) return false;
  if ((second_letters[static_cast<std::size_t>(initial - 'a')] & bit_of(lower(text[at + 1]))) == 0)
    return false;
  const auto like = beginning_initials.rows_like(beginnings, std::string_view(&initial, 1));
  return std::any_of(like.begin(), like.end(),
                     [text, at](std::string_view words) { return stands(text, at, words); });
}

std::optional<Spelled> spelled_number(std::string_view text, std::size_t at) {
  if (!may_spell_number(text, at)) return std::nullopt;
  for (const Row& row : nines) {
    if (!stands(text, at, row.words)) continue;
    const std::size_t word = length_of_any(text, at + row.words.size(), nines_words);
    const std::size_t length = row.words.size() + word;
    if (word != 0 && ends_word(text, at + length)) return Spelled{length, row.plain};
  }
  if (at >= text.size() || (text[at] >= '0' && text[at] <= '9')) return std::nullopt;
  for (const Row& row : shares) {
    if (stands(text, at, row.words) && stands(text, at + row.words.size(), " of "))
      return Spelled{row.words.size(), row.plain};
  }
  for (const Row& row : counts) {
    if (!stands(text, at, row.words)) continue;
    const std::size_t behind = at + row.words.size();
    const std::size_t percent = length_of_any(text, behind, percents);
    if (percent != 0 && ends_word(text, behind + percent)) return Spelled{row.words.size(), row.plain};
    if (sign_follows(text, behind)) return Spelled{row.words.size(), row.plain};
  }
  return std::nullopt;
}

}  // namespace reckon::document
