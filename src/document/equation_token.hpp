// SPDX-License-Identifier: MIT
// Plain text -> tokens of arithmetic in prose. Decides what is a number at all: versions, dates, ratios,
// addresses and names with digits are words or stops, never literals.
#pragma once

#include "document/equation_literal.hpp"
#include "document/equation_plain.hpp"
#include "document/equation_words.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace reckon::document {

enum class Kind : std::uint8_t {
  literal,
  open,
  close,
  add,
  subtract,
  multiply,
  divide,
  power,
  of,        ///< "of" before a number: 20% of 5,000
  at,        ///< "at", "@" before a number: 10M users at 2 KB
  relation,  ///< written as signs
  word,
  comma,
  colon,
  stop,  ///< whatever no equation reaches across
};

struct Token {
  Kind kind = Kind::stop;
  bool space_before = false;
  Sign sign = Sign::equals;  ///< of a relation
  std::uint32_t begin = 0;   ///< in the plain text
  std::uint32_t end = 0;
  std::uint32_t index = 0;  ///< literal: its place in `literals`; open: the token that closes it, or 0
};

struct Tokens {
  std::vector<Token> tokens;  ///< the last one is a stop
  std::vector<Literal> literals;

  /// How many of a kind come before a token.
  struct Before {
    std::uint32_t literals = 0;
    std::uint32_t operators = 0;
    std::uint32_t relations = 0;
  };
  std::vector<Before> before;  ///< per token
};

Tokens tokenise(const Plain& plain);

bool is_operator(Kind kind);

}  // namespace reckon::document
