// SPDX-License-Identifier: MIT
#include "document/equation_gate.hpp"

#include "document/digits.hpp"
#include "document/word_table.hpp"

#include <array>
#include <cstddef>

namespace reckon::document {
namespace {

/// The last byte before `at` that is no blank, mark, bracket or currency sign; NUL at the start.
char sign_before(std::string_view text, std::size_t at) {
  while (at > 0 && std::string_view(" ~$(*_`").find(text[at - 1]) != std::string_view::npos) {
    const char c = text[at - 1];
    if (c == '~' || c == '(' || c == '*') return c;
    --at;
  }
  return at == 0 ? '\0' : text[at - 1];
}

/// Operators and relations; a byte of another alphabet may be one of them (×, ÷, ≈, →).
bool calculates(std::string_view text, std::size_t at) {
  char sign = sign_before(text, at);
  // A minus that touches the number is its sign: what stands before it decides.
  for (; sign == '-' && at >= 2; sign = sign_before(text, --at))
    if (text[at - 1] == ' ') return true;
  if (static_cast<unsigned char>(sign) >= 0x80U) return true;
  return std::string_view("=~<>/*+^(:xX").find(sign) != std::string_view::npos && sign != '\0';
}

/// Behind a blank; sorted.
constexpr std::array<std::string_view, 18> words{"allows", "and ", "at ",    "by ",   "come ",  "each",
                                                 "gives ", "is ",  "leaves", "make ", "makes ", "minus ",
                                                 "of ",    "or ",  "over ",  "plus ", "takes ", "times "};
constexpr Initials word_initials = initials_of(words);

bool has_words(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != ' ') continue;
    const std::string_view rest = text.substr(at + 1);
    for (const std::string_view word : word_initials.rows_like(words, rest)) {
      if (rest.starts_with(word)) return true;
    }
  }
  return false;
}

}  // namespace

bool may_hold_equation(std::string_view text) {
  std::size_t numbers = 0;
  bool signs = false;
  for (std::size_t at = next_digit(text); at < text.size(); at = next_digit(text, at)) {
    ++numbers;
    signs = signs || calculates(text, at);
    while (at < text.size() && (is_digit(text[at]) || text[at] == ',' || text[at] == '.' || text[at] == '_'))
      ++at;
    if (signs && numbers >= 2) break;
  }
  const bool spells =
      numbers == 1 && signs &&
      (text.find("nine") != std::string_view::npos || text.find("Nine") != std::string_view::npos);
  if (numbers < 2 && !spells) return false;
  if (!signs && text.find('\\') == std::string_view::npos && !has_words(text)) return false;
  return !speaks_of_remainder(text);
}

bool speaks_of_remainder(std::string_view text) {
  return text.find("remainder") != std::string_view::npos || text.find(" modulo") != std::string_view::npos;
}

}  // namespace reckon::document
