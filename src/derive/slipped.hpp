// SPDX-License-Identifier: MIT
// Generator of numbers that a slip leads to from others around them, where no operator says what they follow
// from.
#pragma once

#include "derive/derivation.hpp"
#include "derive/window.hpp"

#include <vector>

namespace reckon::derive {

/// For each mention that `is_open` and that nothing explains well, the derivation that a slip leads to it
/// from, as one that fails; with what mending it is worth to its neighbours. `evidence`: bits of what
/// explains each mention, below zero for nothing.
void slipped(Page& page, const Windows& windows, const std::vector<bool>& is_open,
             const std::vector<float>& evidence, std::vector<Derivation>& out);

}  // namespace reckon::derive
