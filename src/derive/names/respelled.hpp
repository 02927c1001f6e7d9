// SPDX-License-Identifier: MIT
// Generator of numbers that stand twice, digit by digit, in units that a slip tells apart: "659 GB/s" here
// and "659 Gb/s" there, "6.17 billion rows/day" and "6.17 billion rows/s". Two quantities seldom share three
// digits.
#pragma once

#include "derive/page/derivation.hpp"
#include "derive/page/words.hpp"

#include <vector>

namespace reckon::derive {

/// Looks at what was derived so far: of two spellings the one is right that more of the document rests on.
void respelled(Page& page, const Naming& naming, std::vector<Derivation>& out);

}  // namespace reckon::derive
