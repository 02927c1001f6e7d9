// SPDX-License-Identifier: MIT
// Generator of what a sentence calculates in words: "a fleet of 12 pods with 500 requests/s each serves 6,000
// requests/s". All numbers of the clause take part, and the unit says how.
#pragma once

#include "derive/derivation.hpp"
#include "derive/window.hpp"

#include <vector>

namespace reckon::derive {

/// For each mention that `is_open` and that words introduce as a result: what the other numbers of its clause
/// come to, or, if a slip leads from them to it, that as a derivation that fails.
void spoken(Page& page, const Windows& windows, const std::vector<bool>& is_open,
            std::vector<Derivation>& out);

}  // namespace reckon::derive
