// SPDX-License-Identifier: MIT
// THE table of what a number can mean besides what it says: lengths of periods, bits per byte, steps between
// prefixes, busy days. Each meaning has its price (arithmetic/prices.hpp).
#pragma once

#include "arithmetic/outcome.hpp"

#include <span>
#include <vector>

namespace reckon::arithmetic {

/// Appends the further readings of a figure. `scales`: it stands as a factor or divisor.
void add_readings(const Tokens& tokens, const Figure& figure, bool scales, const Surroundings& around,
                  std::vector<Outcome>& out);

/// Lengths that people give to a month and a year, as factors of 30 days and of 365 days, and 1 for neither.
struct Convention {
  double factor;
  Period period;  ///< between which and shorter ones it converts
  Supposition supposition;
};
std::span<const Convention> conventions();

/// What it costs to read a letter otherwise: who tells b from B means what is written.
float bits_of_letter(Supposition why, const Surroundings& around);

}  // namespace reckon::arithmetic
