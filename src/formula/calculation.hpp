// SPDX-License-Identifier: MIT
// A calculation as one formula over literals: a model's formulas written out down to the values in force, or
// what a text calculates. Slips and inversions are tried on it.
#pragma once

#include "formula/formula.hpp"
#include "units/quantity.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace reckon::formula {

struct Leaf {
  std::uint32_t node = 0;
  std::optional<std::uint32_t> slot;  ///< of a model's quantity
  bool is_guess = false;              ///< the model's default stands here
};

struct Calculation {
  Formula formula;           ///< without names
  std::vector<Leaf> leaves;  ///< literals that carry a value in force
};

/// All literals are leaves.
Calculation calculation_of(const Formula& formula);

/// The sub-expression that ends in node `root`.
Formula slice(const Formula& formula, std::uint32_t root);

/// In base units; nothing on failure.
std::optional<double> value_of(const Formula& formula);

/// What a number can stand for where something is calculated from it: what its digits allow, within 10 %. The
/// 1 of "1 KB" has one digit, and still nobody means 0.6 KB. Ranges and approximate numbers stay as wide as
/// they are.
units::Interval as_operand(const units::Stated& stated);

/// What the value can be while each literal roams over what it can stand for as an operand; exact for
/// formulas that are monotone in each literal on its own.
std::optional<units::Interval> interval_of(const Formula& formula);

/// The same with the numbers as they are printed, units ignored (percentages are fractions).
Formula with_raw_numbers(Formula formula);

}  // namespace reckon::formula
