// SPDX-License-Identifier: MIT
// How operations are written and how tightly they bind: read by the printers and the messages.
#pragma once

#include "formula/formula.hpp"

#include <string_view>

namespace reckon::formula {

/// Rising: what stands later binds tighter.
enum class Level : std::uint8_t {
  disjunction,
  conjunction,
  negation,
  comparison,
  sum,
  product,
  sign,
  power,
  atom,
};

/// Columns: canonical spelling, spelling for people, level.
struct OperatorRow {
  Operation operation;
  std::string_view canonical;
  std::string_view pretty;
  Level level;
};

const OperatorRow& operator_row(Operation operation);

bool is_comparison(Operation operation);
/// and, or, not.
bool is_logical(Operation operation);

}  // namespace reckon::formula
