// SPDX-License-Identifier: MIT
// How far a quantity reaches inside a formula. What it means is for units::read_quantity to say.
//
//   literal  := [currency] number [unit]
//   number   := digits, grouped by commas, underscores or blanks, with a fraction and an exponent of ten;
//               also 2^30, 2**30 and 10⁶ when a unit follows (otherwise they are a power)
//   unit     := word { blank word | ("*" | "·" | "/" | "-") word | "per" word | ("^" | "**") integer |
//   superscript }
//             | "%" | "/" word
//
// The longest text that reads as a quantity wins. A unit ends in front of an operator that is followed by a
// name in scope, a number or a call: `3 GB / cores` is a division when there is a name `cores`. Behind a
// division only an operator without blanks around it continues a unit, so `x / 2 GB * day` runs from left to
// right and `x / 2 GB/day` divides by a rate.
#pragma once

#include "base/result.hpp"
#include "formula/names.hpp"
#include "units/quantity.hpp"

#include <cstddef>
#include <string_view>

namespace reckon::formula {

/// Where the literal stands.
struct LiteralPlace {
  bool exponent = false;        ///< a bare number only
  bool after_division = false;  ///< blanks around an operator end the unit
  bool argument = false;        ///< directly among a call's arguments: a comma may separate
  bool sole_argument = false;   ///< of a function that takes exactly one, so a comma can only group
};

struct Literal {
  std::size_t end = 0;
  units::Stated quantity;
};

/// A digit, a fraction's point, a currency sign, or a currency code in front of a number.
bool starts_literal(std::string_view text, std::size_t at);

/// The literal at `at`, where one starts. Spans of the diagnostic are relative to the text (source 0).
base::Result<Literal> scan_literal(std::string_view text, std::size_t at, const Names& names,
                                   LiteralPlace place);

}  // namespace reckon::formula
