// SPDX-License-Identifier: MIT
// Formula text -> tokens. A quantity is one token: how far its unit reaches depends on the names in scope, so
// that question is settled here (formula/literal.hpp) and never again.
#pragma once

#include "base/result.hpp"
#include "formula/formula.hpp"
#include "formula/names.hpp"
#include "units/quantity.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace reckon::formula {

enum class Symbol : std::uint8_t {
  none,
  plus,
  minus,
  times,
  divide,
  power,
  open,
  close,
  comma,
  less,
  at_most,
  greater,
  at_least,
  equal,
  not_equal,
};

struct Token {
  enum class Kind : std::uint8_t { quantity, word, symbol, in_unit, end };
  Kind kind = Kind::end;
  Symbol symbol = Symbol::none;
  std::size_t begin = 0;  ///< bytes of the formula's text
  std::size_t end = 0;
  units::Stated quantity;  ///< for quantity
};

/// The operation that a token stands for between two operands: a symbol, or `and` and `or`.
std::optional<Operation> operation_of(const Token& token, std::string_view text);

/// Tokens up to and including `end`. After the word `in`, outside parentheses, the rest is one token: the
/// unit to show. Spans of the diagnostic are relative to the text (source 0).
base::Result<std::vector<Token>> tokenise(std::string_view text, const Names& names);

}  // namespace reckon::formula
