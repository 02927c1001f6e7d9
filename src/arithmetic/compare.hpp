// SPDX-License-Identifier: MIT
// Does a stated figure say what an expression comes to? Every outcome is held against every reading of the
// figure, and the cheapest way in which they agree is kept; if there is none, what the expression comes to in
// the figure's own unit.
#pragma once

#include "arithmetic/agree.hpp"
#include "arithmetic/outcome.hpp"

#include <limits>
#include <vector>

namespace reckon::arithmetic {

struct Comparison {
  bool comparable = false;  ///< both speak of the same kind of quantity
  bool holds = false;
  float cost = 0.0F;                                      ///< of what is taken for granted, in bits
  float excuse = std::numeric_limits<float>::infinity();  ///< of the reading under which it would hold
  Supposed supposed = 0;
  double right = 0.0;  ///< what follows, in the figure's unit: a number to print before `unit`
  double ratio = 0.0;  ///< stated over right
  double width = 0.0;  ///< of what would have been accepted, relative to the value
};

Comparison compare(const Tokens& tokens, const std::vector<Outcome>& outcomes, const Figure& stated,
                   const Said& said, const Surroundings& around);

/// Bits that it costs to be wrong by a factor: nobody errs by many powers of ten.
float how_far(double ratio);

/// Ten, a hundred, a thousand times too much or too little, but for rounding.
bool is_off_by_zeros(double ratio);

}  // namespace reckon::arithmetic
