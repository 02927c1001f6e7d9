// SPDX-License-Identifier: MIT
// Does a stated figure say what an expression comes to? Every outcome is held against every reading of the
// figure, and the cheapest way in which they agree is kept; if there is none, what the expression comes to in
// the figure's own unit.
#pragma once

#include "arithmetic/chain.hpp"
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

/// How a figure is said to be the result.
struct Said {
  Link link;
  bool exact = false;           ///< small whole numbers behind a plain "=": the digits are meant to the last
  bool rounds = false;          ///< the expression itself rounds: ceil(...)
  bool calculates = true;       ///< the expression has an operator
  bool has_share = false;       ///< an operand is a percentage: the share of a day that falls into an hour
  bool bare = false;            ///< no operand has a unit
  std::vector<double> factors;  ///< of the operands' units
};

Comparison compare(const Tokens& tokens, const std::vector<Outcome>& outcomes, const Figure& stated,
                   const Said& said, const Surroundings& around);

/// The numbers alone: does `figure` print `value`, which hidden digits may put between low and high?
struct Agreement {
  bool holds = false;
  float cost = 0.0F;
  Supposition supposition = Supposition::as_written;
  double width = 0.0;  ///< absolute
};
Agreement agree(double value, double low, double high, const Figure& figure, const Said& said);

}  // namespace reckon::arithmetic
