// SPDX-License-Identifier: MIT
// Which number of a relation, written otherwise, would make it hold: a quantity that was raised while its
// amount was not.
#pragma once

#include "derive/page/derivation.hpp"

#include <vector>

namespace reckon::derive {

struct Changed {
  MentionId operand = nowhere;
  double number = 0.0;  ///< that makes the relation hold, with the operand's digits and in its unit
  float cost = 0.0F;    ///< bits of choosing the operand and of writing it as it stands there
};

/// What an expression comes to with one operand's value put in place, in base units; not a number where that
/// is not known.
double value_with(const Page& page, const Derivation& derivation, MentionId operand, double instead);

/// Operands of a rule of columns of which another number, as precise as they are written, yields the target
/// to its last digit.
std::vector<Changed> changes(const Page& page, const Derivation& derivation);

}  // namespace reckon::derive
