// SPDX-License-Identifier: MIT
// What a node of an expression does: one row for each operation.
#pragma once

#include <cstdint>
#include <string_view>

namespace reckon::arithmetic {

enum class Operation : std::uint8_t {
  // operands
  figure,
  name,  ///< tokens `begin` to `end`
  gap,
  one,       ///< the number 1, of which a share is taken away
  constant,  ///< `a` is an index into `Page::constants`
  period,    ///< one second, minute, hour...: `a` says which
  // of two
  add,
  subtract,
  multiply,
  divide,
  power,
  most,
  least,
  // of one
  negate,
  ceil,
  floor,
  round,
  root,
  log2,
  ln,
  log10,
  count
};

struct OperationRow {
  Operation operation;
  std::uint8_t operands;
  int precedence;
  std::string_view sign;  ///< between or before operands
  std::string_view name;  ///< of a function: as formulas call it
  double (*of)(double);   ///< of one operand
};

const OperationRow& row_of(Operation operation);

/// Precedence of what needs no brackets.
inline constexpr int tightest = 4;

}  // namespace reckon::arithmetic
