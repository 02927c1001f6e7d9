// SPDX-License-Identifier: MIT
#include "formula/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace reckon::formula {

bool is_same(double a, double b) {
  return a == b || std::abs(a - b) <= tolerance * std::max(std::abs(a), std::abs(b));
}

double round_up(double value) {
  const double nearest = std::round(value);
  return is_same(nearest, value) ? nearest : std::ceil(value);
}

double round_down(double value) {
  const double nearest = std::round(value);
  return is_same(nearest, value) ? nearest : std::floor(value);
}

double round_nearest(double value) {
  return std::round(value);
}

}  // namespace reckon::formula
