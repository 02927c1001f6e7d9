// SPDX-License-Identifier: MIT
// Plain text -> tokens, once. A token says what stands there and not what it means for its neighbours:
// whether a word or a dash is an operator is decided where expressions are read.
#pragma once

#include "arithmetic/figures.hpp"
#include "arithmetic/lexicon.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace reckon::arithmetic {

enum class Kind : std::uint8_t {
  number,  ///< `index` is the figure
  word,
  times,
  over,
  plus,
  minus,
  power,
  open,
  close,
  relation,
  comma,
  colon,
  semicolon,
  stop,  ///< the end of a sentence or a line
  mark,  ///< anything else
};

/// What a sign says.
enum class Sign : std::uint8_t { none, equals, about, tilde, at_least, at_most, arrow, unequal };

struct Token {
  Kind kind = Kind::stop;
  Role role = Role::content;  ///< of a word
  Sign sign = Sign::none;     ///< of a relation
  bool space_before : 1 = false;
  bool is_line_end : 1 = false;  ///< a stop that is a line break
  std::uint32_t begin = 0;       ///< in the plain text
  std::uint32_t end = 0;
  std::uint32_t index = 0;  ///< of a number's figure
};

struct Tokens {
  std::vector<Token> tokens;
  Figures figures;
  std::vector<Reading> readings;  ///< of figures that can be read in several ways
};

/// Appends the tokens of a plain text, a stop behind the last. Linear.
void lex(std::string_view plain, Tokens& into);

}  // namespace reckon::arithmetic
