// SPDX-License-Identifier: MIT
// Generator of what a list calculates: items with a number each, and one that says or is named for what they
// come to.
#pragma once

#include "derive/page/derivation.hpp"
#include "derive/page/words.hpp"

#include <vector>

namespace reckon::derive {

/// "- 400 writes/s  - 2 KB each  - so 800 KB/s"; "- Writes: 400/s  - Record size: 2 KB  - Write bandwidth:
/// 800 KB/s"; "- average: 400/s  - peak (3x): 1,200/s".
void listed(Page& page, const Naming& naming, const std::vector<bool>& is_open, std::vector<Derivation>& out);

}  // namespace reckon::derive
