// SPDX-License-Identifier: MIT
// Generator of what is needed where nothing may run flat out: "51.5 cores are busy; at 60 % utilisation that
// takes 86", "a node bears 500 sessions, at a target of 70 % each takes 350".
#pragma once

#include "derive/page/derivation.hpp"
#include "derive/page/words.hpp"

#include <vector>

namespace reckon::derive {

/// For each number behind a utilisation that is kept. It is accused only where it is what a known slip makes:
/// the utilisation was left out, or it was multiplied by it.
void utilised(Page& page, const Naming& naming, const std::vector<bool>& is_open,
              std::vector<Derivation>& out);

}  // namespace reckon::derive
