// SPDX-License-Identifier: MIT
// Does a number print a value? Rounded, cut off, to the next whole thing or the next size that is bought,
// each at its price.
#pragma once

#include "arithmetic/chain.hpp"

#include <vector>

namespace reckon::arithmetic {

/// How a figure is said to be the result.
struct Said {
  Link link;
  bool exact = false;      ///< small whole numbers behind a plain "=": the digits are meant to the last
  bool rounds = false;     ///< the expression itself rounds: ceil(...)
  bool totals = false;     ///< the row says that it adds up what stands above
  bool calculates = true;  ///< the expression has an operator
  bool has_share = false;  ///< an operand is a percentage: the share of a day that falls into an hour
  bool bare = false;       ///< no operand has a unit
  bool bare_but_letters = false;  ///< where "64B" is 64 billion
  Period lent = Period::none;     ///< of a rate said just before that a bare operand repeats
  std::vector<double> factors;    ///< of the operands' units
};

/// The numbers alone: does `figure` print `value`, which hidden digits may put between low and high?
struct Agreement {
  bool holds = false;
  float cost = 0.0F;
  Supposition supposition = Supposition::as_written;
  double width = 0.0;  ///< absolute
};
Agreement agree(double value, double low, double high, const Figure& figure, const Said& said);

}  // namespace reckon::arithmetic
