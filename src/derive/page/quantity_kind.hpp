// SPDX-License-Identifier: MIT
// Which numbers can be the same: by their dimension, shares apart from counts.
#pragma once

#include "arithmetic/outcome.hpp"
#include "units/dimension.hpp"

#include <cmath>
#include <tuple>

namespace reckon::derive {

/// What kind of quantity a figure is.
struct QuantityKind {
  units::Dimension dimension;
  bool is_percent = false;

  [[nodiscard]] bool counts() const { return dimension.is_dimensionless() && !is_percent; }
  [[nodiscard]] bool counts_in_time() const {
    return (dimension * units::axis(units::Axis::time)).is_dimensionless();
  }
  bool operator==(const QuantityKind& other) const {
    return dimension == other.dimension && is_percent == other.is_percent;
  }
  bool operator<(const QuantityKind& other) const {
    return std::tie(dimension.exponents, is_percent) < std::tie(other.dimension.exponents, other.is_percent);
  }
};

inline bool overlap(const arithmetic::Outcome& a, const arithmetic::Outcome& b) {
  constexpr double slack = 1.0 + 1e-9;
  return a.dimension == b.dimension && a.low <= b.high * slack && b.low <= a.high * slack;
}

inline bool is_same_number(double a, double b) {
  return std::abs(a - b) <= 1e-9 * std::abs(b);
}

}  // namespace reckon::derive
