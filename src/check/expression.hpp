// SPDX-License-Identifier: MIT
// The calculation behind a number as one formula over literals: a model's formulas written out down to the
// values in force, or an equation's own expression. Slips and inversions are tried on it.
#pragma once

#include "formula/formula.hpp"
#include "model/run.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reckon::check {

struct Leaf {
  std::uint32_t node = 0;
  std::optional<model::SlotId> slot;  ///< of a model's quantity
  bool is_guess = false;              ///< the model's default stands here
};

struct Expression {
  formula::Formula formula;  ///< without names
  std::vector<Leaf> leaves;  ///< literals that carry a value in force
};

/// A computed slot written out; nothing when a value is open or the calculation is longer than is useful.
std::optional<Expression> write_out(const model::Model& model, const model::Scenario& scenario,
                                    model::SlotId slot);

/// An equation's side.
Expression from_formula(const formula::Formula& formula);

/// The sub-expression that ends in node `root`.
formula::Formula slice(const formula::Formula& formula, std::uint32_t root);

/// In base units; nothing on failure.
std::optional<double> value_of(const formula::Formula& formula);

/// What a number can stand for where something is calculated from it: what its digits allow, within 10 %. The
/// 1 of "1 KB" has one digit, and still nobody means 0.6 KB. Ranges and approximate numbers stay as wide as
/// they are.
units::Interval as_operand(const units::Stated& stated);

/// What the value can be while each literal roams over what it can stand for as an operand; exact for
/// formulas that are monotone in each literal on its own.
std::optional<units::Interval> interval_of(const formula::Formula& formula);

/// The same with the numbers as they are printed, units ignored (percentages are fractions).
formula::Formula with_raw_numbers(formula::Formula formula);

}  // namespace reckon::check
