// SPDX-License-Identifier: MIT
// Powers that are only a way to write a number become one literal: 10^6, 2^30 bytes, 3.6 × 10^7.
#pragma once

#include "formula/formula.hpp"

namespace reckon::document {

/// The last two nodes are a base and its exponent. Folds them into one literal when the base is a bare 10 or
/// 2 and the exponent a whole number, whose unit, if any, becomes that of the number. The text of the node is
/// left to the caller.
bool fold_power(formula::Formula& formula);

/// The last two nodes are the factors of a product. Folds them when the second is a written power of ten.
bool fold_scientific(formula::Formula& formula);

/// a + 20% is a × 1.2: the literal keeps its text and carries the factor.
void fold_surcharge(units::Stated& rate, bool adds);

}  // namespace reckon::document
