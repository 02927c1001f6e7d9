// SPDX-License-Identifier: MIT
// Generator of what a rate makes of a number that stands anywhere before: "The number of shops rises by 35 %
// a year; in three years it is 6,151". Growth by a straight line is the mistake that it looks for.
#pragma once

#include "derive/page/derivation.hpp"
#include "derive/page/words.hpp"

#include <vector>

namespace reckon::derive {

/// A look-up among the numbers by their size for each number that stands behind so many periods of a rate.
void compounded(Page& page, const Naming& naming, const std::vector<bool>& is_open,
                std::vector<Derivation>& out);

}  // namespace reckon::derive
