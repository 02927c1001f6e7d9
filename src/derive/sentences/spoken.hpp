// SPDX-License-Identifier: MIT
// Generator of what a sentence calculates in words: "a fleet of 12 pods with 500 requests/s each serves 6,000
// requests/s". All numbers of the clause take part, and units and words say how.
#pragma once

#include "derive/page/derivation.hpp"
#include "derive/page/words.hpp"

#include <vector>

namespace reckon::derive {

/// For each mention that `is_open` and that words introduce as a result: what the other numbers of its clause
/// come to, be it that number or another.
void spoken(Page& page, const Naming& naming, const std::vector<bool>& is_open, std::vector<Derivation>& out);

}  // namespace reckon::derive
