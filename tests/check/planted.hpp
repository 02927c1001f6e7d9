// SPDX-License-Identifier: MIT
// Errors planted into a consistent answer: what each slip of the table makes of each result, written over one
// place at a time in that place's unit and style. A generator, for tests; it judges nothing.
#pragma once

#include "check/sample.hpp"
#include "derive/judge/slips.hpp"

#include <string>
#include <vector>

namespace reckon::check {

struct Planted {
  std::string slip;         ///< the row of the table that was planted
  std::string text;         ///< the whole document with the one number changed
  base::Span place;         ///< of the changed number in it
  derive::SlipCase number;  ///< the calculation that the slip was applied to
  units::Stated wrong;      ///< the number as written now
  double factor = 1.0;      ///< wrong over right
  std::string what;         ///< one line for messages
};

/// All of them, in order of place, then of the table; a number that is no change is left out.
std::vector<Planted> plant(const Sample& good);

}  // namespace reckon::check
