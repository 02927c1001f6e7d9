// SPDX-License-Identifier: MIT
// Letters behind a number that can be read in several ways.
#pragma once

#include "arithmetic/prices.hpp"

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

}  // namespace reckon::arithmetic
