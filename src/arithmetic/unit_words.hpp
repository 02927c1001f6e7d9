// SPDX-License-Identifier: MIT
// The words of a unit: one of the table, or several that a hyphen multiplies, as in "GB-month".
#pragma once

#include "arithmetic/figure.hpp"

#include <cstddef>
#include <string_view>

namespace reckon::arithmetic {

inline constexpr std::size_t longest_unit_word = 24;

/// Null for a word that is no unit in a text.
const units::Unit* unit_named(std::string_view word);
bool is_time(const units::Unit& unit);

/// Letters at `at`, or "%"; empty where a digit or a mark runs into them.
std::string_view unit_word(std::string_view text, std::size_t at);

struct UnitProduct {
  units::Unit unit;
  std::size_t end = 0;
  Period period = Period::none;  ///< of a factor that is a time
};
/// "-month", "*h": what a unit that ends at `at` is multiplied by.
UnitProduct further_factors(std::string_view text, std::size_t at);

}  // namespace reckon::arithmetic
