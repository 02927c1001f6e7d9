// SPDX-License-Identifier: MIT
// One value at a time: the reference that every faster engine is judged by. Nodes are evaluated in order,
// each as one IEEE double operation; nothing is reassociated. Comparing and rounding forgive 1e-9
// (formula/numbers.hpp).
#pragma once

#include "base/source.hpp"
#include "formula/formula.hpp"

#include <optional>
#include <span>
#include <string>

namespace reckon::formula {

/// Why there is no number: a division by zero, an overflow, an argument outside a function's domain.
struct Failure {
  base::Span span;  ///< the node that failed
  std::string message;
};

struct Value {
  double number = 0.0;  ///< in base units; 0 or 1 for a truth
  std::optional<Failure> failure;
};

/// Evaluates in base units; `slots[i]` is the value of the scope's i-th name. The formula must have passed
/// the dimension check. What `if` does not choose, and what stands behind a decided `and` or `or`, may fail
/// unnoticed.
Value evaluate(const Formula& formula, std::span<const double> slots);

}  // namespace reckon::formula
