// SPDX-License-Identifier: MIT
// When two dimensions count as one. In a transparent scope counted axes may differ; which ones did is
// remembered for one note about the whole formula.
#pragma once

#include "base/diagnostic.hpp"
#include "units/dimension.hpp"

#include <optional>
#include <vector>

namespace reckon::formula {

class Agreement {
 public:
  explicit Agreement(bool transparent_counts) : transparent_(transparent_counts) {}

  /// What of a dimension must agree.
  [[nodiscard]] units::Dimension relevant(const units::Dimension& dimension) const {
    return transparent_ ? dimension.without_counts() : dimension;
  }
  /// Whether the two agree; remembers at `where` what was let through.
  bool agree(const units::Dimension& a, const units::Dimension& b, const base::Span& where);
  [[nodiscard]] std::optional<base::Diagnostic> note() const;

 private:
  bool transparent_;
  std::vector<base::Span> places_;
  std::vector<units::Axis> axes_;
};

}  // namespace reckon::formula
