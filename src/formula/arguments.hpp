// SPDX-License-Identifier: MIT
// The dimension rules of functions (formula/functions.hpp) applied to the arguments of one call.
#pragma once

#include "base/diagnostic.hpp"
#include "formula/agreement.hpp"
#include "formula/formula.hpp"
#include "formula/scope.hpp"
#include "formula/type.hpp"

#include <optional>
#include <span>
#include <vector>

namespace reckon::formula {

/// What is known of a node once its operands have been checked.
struct Inferred {
  std::optional<Type> type;  ///< nothing when a problem below was reported already
  bool is_zero = false;      ///< the literal 0, which has every dimension

  [[nodiscard]] bool is_truth() const { return type && type->is_truth; }
};

/// The type of a call, or nothing after reporting why it has none.
std::optional<Type> check_call(const Formula& formula, const Scope& scope, const Node& call,
                               std::span<const Inferred> nodes, Agreement& agreement,
                               std::vector<base::Diagnostic>& problems);

/// The problem that a comparison stands where a quantity is needed, and the other way round.
base::Diagnostic quantity_needed(const Node& node);
base::Diagnostic truth_needed(const Node& node, const Type& actual);
/// Marks the place where the name that `node` is was declared.
void mark_declaration(base::Diagnostic& diagnostic, const Node& node, const Scope& scope);

}  // namespace reckon::formula
