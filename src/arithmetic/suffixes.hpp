// SPDX-License-Identifier: MIT
// Letters behind a number that can be read in several ways.
#pragma once

#include "arithmetic/prices.hpp"
#include "units/unit.hpp"

#include <span>
#include <string_view>

namespace reckon::arithmetic {

/// Letters behind a number that stand for more than one thing: a magnitude, and a unit.
struct Suffix {
  std::string_view letters;
  double scale;            ///< 0: never a magnitude
  std::string_view unit;   ///< "" when it is none
  std::string_view other;  ///< a third thing
  Supposition why_other;
};
std::span<const Suffix> suffix_table();

inline constexpr double milli = 1e-3;  ///< "500m" of a core
/// Of the letters in front of a unit, if any: "50m CPU".
double scale_of(const Suffix& row, const units::Unit* behind);

}  // namespace reckon::arithmetic
