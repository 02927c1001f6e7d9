// SPDX-License-Identifier: MIT
#include "formula/operators.hpp"

#include <array>

namespace reckon::formula {
namespace {

constexpr std::array operator_rows{
    OperatorRow{Operation::literal, "", "", Level::atom},
    OperatorRow{Operation::name, "", "", Level::atom},
    OperatorRow{Operation::negate, "-", "-", Level::sign},
    OperatorRow{Operation::add, "+", "+", Level::sum},
    OperatorRow{Operation::subtract, "-", "-", Level::sum},
    OperatorRow{Operation::multiply, "*", "×", Level::product},
    OperatorRow{Operation::divide, "/", "÷", Level::product},
    OperatorRow{Operation::power, "^", "^", Level::power},
    OperatorRow{Operation::less, "<", "<", Level::comparison},
    OperatorRow{Operation::at_most, "<=", "≤", Level::comparison},
    OperatorRow{Operation::greater, ">", ">", Level::comparison},
    OperatorRow{Operation::at_least, ">=", "≥", Level::comparison},
    OperatorRow{Operation::equal, "==", "=", Level::comparison},
    OperatorRow{Operation::not_equal, "!=", "≠", Level::comparison},
    OperatorRow{Operation::logical_and, "and", "and", Level::conjunction},
    OperatorRow{Operation::logical_or, "or", "or", Level::disjunction},
    OperatorRow{Operation::logical_not, "not", "not", Level::negation},
    OperatorRow{Operation::call, "", "", Level::atom},
};

constexpr bool rows_follow_the_enumeration() {
  for (std::size_t i = 0; i < operator_rows.size(); ++i) {
    if (static_cast<std::size_t>(operator_rows[i].operation) != i) return false;
  }
  return operator_rows.size() == static_cast<std::size_t>(Operation::call) + 1;
}
static_assert(rows_follow_the_enumeration());

}  // namespace

const OperatorRow& operator_row(Operation operation) {
  return operator_rows[static_cast<std::size_t>(operation)];
}

bool is_comparison(Operation operation) {
  return operator_row(operation).level == Level::comparison;
}

bool is_logical(Operation operation) {
  const Level level = operator_row(operation).level;
  return level == Level::disjunction || level == Level::conjunction || level == Level::negation;
}

}  // namespace reckon::formula
