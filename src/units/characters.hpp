// SPDX-License-Identifier: MIT
// What a character is to the readers of numbers and units, over UTF-8 bytes. No words and no meaning here.
#pragma once

#include <cstddef>
#include <string_view>

namespace reckon::units {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

inline bool digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_digit(text[at]);
}

/// `what` stands at `at`.
inline bool stands_at(std::string_view text, std::size_t at, std::string_view what) {
  if (at >= text.size() || what.empty()) return at <= text.size() && what.empty();
  // The first byte decides nearly always.
  return text[at] == what.front() && text.substr(at, what.size()) == what;
}

/// Bytes of the letter at `at`, 0 if there is none. Letters beyond ASCII count (the micro sign too); signs,
/// punctuation, superscripts and spaces beyond ASCII do not.
std::size_t letter_length(std::string_view text, std::size_t at);

/// Bytes of the space at `at` (plain, tab, no-break, thin, narrow no-break), 0 if there is none.
std::size_t space_length(std::string_view text, std::size_t at);
std::size_t skip_spaces(std::string_view text, std::size_t at);

/// Behind the letters at `at`. `%` and `$` are words of their own.
std::size_t word_end(std::string_view text, std::size_t at);

/// Letter, digit or underscore: what a word or a number must not run into.
bool joins_word(std::string_view text, std::size_t at);

/// The word at `at` is `word`, which is in lower case; case does not matter.
bool word_stands_at(std::string_view text, std::size_t at, std::string_view word);

/// Behind the digits at `at`.
std::size_t digits_end(std::string_view text, std::size_t at);

/// A whole number written in superscript digits: `⁻¹`. `end` is `at` when there is none.
struct Superscript {
  int value = 0;
  std::size_t end = 0;
};
Superscript read_superscript(std::string_view text, std::size_t at);

/// The power written at `at` as `^-2`, `**2` or `⁻²`; `end` is `at` when there is none, or when it has more
/// digits than any unit or number needs.
Superscript read_power(std::string_view text, std::size_t at);

}  // namespace reckon::units
