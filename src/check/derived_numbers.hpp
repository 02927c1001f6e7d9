// SPDX-License-Identifier: MIT
// Which numbers the document calculates itself. What it calculates, and calculates right, answers for itself:
// a model that gets another number from its own variables speaks of another quantity, more often than of a
// mistake.
#pragma once

#include "derive/derive.hpp"
#include "derive/judge/slips.hpp"
#include "units/quantity.hpp"

#include <array>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace reckon::check {

class DerivedNumbers {
 public:
  /// `derived` must outlive it.
  explicit DerivedNumbers(const derive::Derived& derived) : derived_(derived) {}

  /// A calculation that is written or said yields the number at `span`, or the same quantity elsewhere.
  [[nodiscard]] bool has(const base::Span& span, const units::Stated& stated) const;

  /// What the calculation of the number at `span` starts from.
  [[nodiscard]] std::vector<derive::OtherNumber> operands(const base::Span& span,
                                                          const base::Sources& sources) const;

 private:
  struct Index {
    std::vector<base::Span> spans;  ///< in order
    /// Of more than one digit or with a unit; in base units, counts left out.
    std::set<std::pair<double, decltype(units::Dimension::exponents)>> quantities;
  };
  [[nodiscard]] Index make_index() const;

  const derive::Derived& derived_;
  mutable std::optional<Index> index_;  ///< made when first asked for: most documents name no quantity
};

}  // namespace reckon::check
