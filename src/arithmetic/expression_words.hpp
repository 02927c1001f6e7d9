// SPDX-License-Identifier: MIT
// The words that a calculation knows: its functions, nouns behind operands, symbols for what is not said.
#pragma once

#include "arithmetic/lex.hpp"
#include "arithmetic/operation.hpp"

#include <optional>
#include <string_view>

namespace reckon::arithmetic {

/// "ceil", "sqrt", "max".
std::optional<Operation> operation_named(std::string_view name);
/// Whether a token may stand between an operand and the operator behind it.
bool may_trail(const Token& token);
/// "about", "the": between an operator and its operand.
bool is_filler(const Token& token);
/// "3 n", "2x", "Σ": one small or Greek letter that stands for a number and names nothing.
bool is_symbol(const Token& token, std::string_view text);

}  // namespace reckon::arithmetic
