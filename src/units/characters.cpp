// SPDX-License-Identifier: MIT
#include "units/characters.hpp"

#include <array>

namespace reckon::units {
namespace {

constexpr std::size_t most_power_digits = 4;

/// Leading bytes of blocks that hold signs and no letters: Latin-1 signs, general punctuation, arrows,
/// mathematical operators, CJK punctuation.
bool starts_sign(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : static_cast<unsigned char>(0);
  };
  switch (byte(at)) {
    case 0xc2:  // U+0080..U+00BF: only the micro sign is a letter to us
      return byte(at + 1) != 0xb5;
    case 0xc3:  // × and ÷
      return byte(at + 1) == 0x97 || byte(at + 1) == 0xb7;
    case 0xe2:  // U+2000..U+2FFF
      return true;
    case 0xe3:  // U+3000..U+303F
      return byte(at + 1) == 0x80;
    case 0xef:  // byte order mark, full-width forms, U+FFFD
      return true;
    default:
      return false;
  }
}

struct SuperscriptDigit {
  std::string_view text;
  int value;
};

constexpr std::array superscript_digits{
    SuperscriptDigit{"\xe2\x81\xb0", 0}, SuperscriptDigit{"\xc2\xb9", 1},
    SuperscriptDigit{"\xc2\xb2", 2},     SuperscriptDigit{"\xc2\xb3", 3},
    SuperscriptDigit{"\xe2\x81\xb4", 4}, SuperscriptDigit{"\xe2\x81\xb5", 5},
    SuperscriptDigit{"\xe2\x81\xb6", 6}, SuperscriptDigit{"\xe2\x81\xb7", 7},
    SuperscriptDigit{"\xe2\x81\xb8", 8}, SuperscriptDigit{"\xe2\x81\xb9", 9}};
constexpr std::string_view superscript_minus = "\xe2\x81\xbb";

}  // namespace

std::size_t letter_length(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (is_ascii_letter(text[at])) return 1;
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80U || starts_sign(text, at)) return 0;
  if (lead < 0xc0U) return 1;  // a stray continuation byte: part of some word, never a unit
  const std::size_t length = lead < 0xe0U ? 2 : lead < 0xf0U ? 3 : 4;
  return length <= text.size() - at ? length : text.size() - at;
}

std::size_t space_length(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == ' ' || text[at] == '\t') return 1;
  if (static_cast<unsigned char>(text[at]) < 0x80U) return 0;
  if (stands_at(text, at, "\xc2\xa0")) return 2;
  if (stands_at(text, at, "\xe2\x80\x89") || stands_at(text, at, "\xe2\x80\xaf")) return 3;
  return 0;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (const std::size_t length = space_length(text, at)) at += length;
  return at;
}

std::size_t word_end(std::string_view text, std::size_t at) {
  if (at < text.size() && (text[at] == '%' || text[at] == '$')) return at + 1;
  while (const std::size_t length = letter_length(text, at)) at += length;
  return at;
}

bool joins_word(std::string_view text, std::size_t at) {
  return at < text.size() && (is_digit(text[at]) || text[at] == '_' || letter_length(text, at) > 0);
}

bool word_stands_at(std::string_view text, std::size_t at, std::string_view word) {
  if (at + word.size() > text.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (lower(text[at + i]) != word[i]) return false;
  }
  return !joins_word(text, at + word.size());
}

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (digit_at(text, at)) ++at;
  return at;
}

Superscript read_superscript(std::string_view text, std::size_t at) {
  const bool negative = stands_at(text, at, superscript_minus);
  std::size_t end = negative ? at + superscript_minus.size() : at;
  Superscript out{0, at};
  for (std::size_t digits = 0; digits < most_power_digits; ++digits) {
    const SuperscriptDigit* found = nullptr;
    for (const SuperscriptDigit& row : superscript_digits) {
      if (stands_at(text, end, row.text)) found = &row;
    }
    if (found == nullptr) break;
    out.value = out.value * 10 + found->value;
    end += found->text.size();
    out.end = end;
  }
  if (negative) out.value = -out.value;
  return out;
}

Superscript read_power(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {0, at};
  if (static_cast<unsigned char>(text[at]) >= 0x80U) return read_superscript(text, at);
  const std::size_t mark = text[at] == '^' ? at + 1 : stands_at(text, at, "**") ? at + 2 : at;
  if (mark == at) return {0, at};
  const bool negative = stands_at(text, mark, "-");
  const std::size_t digits = negative ? mark + 1 : mark;
  const std::size_t end = digits_end(text, digits);
  if (end == digits || end - digits > most_power_digits) return {0, at};
  int value = 0;
  for (std::size_t i = digits; i < end; ++i) value = value * 10 + (text[i] - '0');
  return {negative ? -value : value, end};
}

}  // namespace reckon::units
