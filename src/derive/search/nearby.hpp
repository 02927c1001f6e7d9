// SPDX-License-Identifier: MIT
// Generator of what no operator says: a number that two or three others of its surroundings yield.
#pragma once

#include "derive/page/derivation.hpp"
#include "derive/page/window.hpp"

#include <vector>

namespace reckon::derive {

/// For each mention that `is_open`, the derivation with most evidence, if there is any. Work per mention is
/// bounded.
void nearby(Page& page, const Windows& windows, const std::vector<bool>& is_open,
            std::vector<Derivation>& out);

}  // namespace reckon::derive
