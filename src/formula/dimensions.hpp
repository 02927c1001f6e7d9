// SPDX-License-Identifier: MIT
// Dimension check before anything is evaluated: all problems at once, each with the operator and both
// operands marked, factors aligned, and a fix only when it is certain. A plain literal 0 agrees with every
// dimension.
#pragma once

#include "base/diagnostic.hpp"
#include "formula/formula.hpp"
#include "formula/scope.hpp"
#include "formula/type.hpp"

#include <vector>

namespace reckon::formula {

struct DimensionCheck {
  Type type;
  std::vector<base::Diagnostic> problems;  ///< empty when the formula is sound; `type` is then meaningful
  std::vector<base::Diagnostic> notes;     ///< e.g. counted axes that were let through in a transparent scope
};

DimensionCheck check_dimensions(const Formula& formula, const Scope& scope);

/// The diagnostic for a formula that must yield `expected` and yields something else.
base::Diagnostic wrong_result(const Formula& formula, const Type& actual, const Type& expected,
                              const base::Label& declared);

}  // namespace reckon::formula
