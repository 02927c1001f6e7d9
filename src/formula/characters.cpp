// SPDX-License-Identifier: MIT
#include "formula/characters.hpp"

#include <array>
#include <utility>

namespace reckon::formula {
namespace {

using Spelling = std::pair<std::string_view, char>;

constexpr std::array superscripts{
    Spelling{"⁰", '0'}, Spelling{"¹", '1'}, Spelling{"²", '2'}, Spelling{"³", '3'},
    Spelling{"⁴", '4'}, Spelling{"⁵", '5'}, Spelling{"⁶", '6'}, Spelling{"⁷", '7'},
    Spelling{"⁸", '8'}, Spelling{"⁹", '9'}, Spelling{"⁻", '-'},
};

/// No-break, thin, and narrow no-break space.
constexpr std::array<std::string_view, 3> wide_blanks{"\xc2\xa0", "\xe2\x80\x89", "\xe2\x80\xaf"};
/// Micro sign and the Greek letter.
constexpr std::array<std::string_view, 2> micro{"\xc2\xb5", "\xce\xbc"};

bool starts_at(std::string_view text, std::size_t at, std::string_view piece) {
  return text.compare(at, piece.size(), piece) == 0;
}

std::size_t letter_length(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (is_letter(text[at])) return 1;
  for (const std::string_view piece : micro) {
    if (starts_at(text, at, piece)) return piece.size();
  }
  return 0;
}

}  // namespace

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r')) {
      ++at;
      continue;
    }
    const std::size_t before = at;
    for (const std::string_view blank : wide_blanks) {
      if (starts_at(text, at, blank)) at += blank.size();
    }
    if (at == before) break;
  }
  return at;
}

std::size_t word_end(std::string_view text, std::size_t at) {
  std::size_t length = letter_length(text, at);
  if (length == 0) return at;
  while (length != 0) {
    at += length;
    const bool dot = at < text.size() && text[at] == '.' && letter_length(text, at + 1) != 0;
    const bool digit = at < text.size() && is_digit(text[at]);
    length = dot || digit ? 1 : letter_length(text, at);
  }
  return at;
}

std::size_t superscript_end(std::string_view text, std::size_t at, std::string& digits) {
  digits.clear();
  for (bool more = true; more;) {
    more = false;
    for (const auto& [spelling, digit] : superscripts) {
      if (!starts_at(text, at, spelling) || (digit == '-' && !digits.empty())) continue;
      digits.push_back(digit);
      at += spelling.size();
      more = true;
      break;
    }
  }
  return at;
}

}  // namespace reckon::formula
