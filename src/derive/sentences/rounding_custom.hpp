// SPDX-License-Identifier: MIT
// What is needed is rounded up to whole things. Where a document does so again and again, a count that is
// rounded down is a mistake: "5.2 → 6 nodes, 3.1 → 4 shards, 7.4 → 8 pods, 1.5 → 1 gateway".
#pragma once

#include "derive/page/derivation.hpp"
#include "derive/page/words.hpp"

#include <vector>

namespace reckon::derive {

/// Turns derivations that hold by rounding down against the document's custom into ones that do not.
void against_custom(Page& page, const Naming& naming, std::vector<Derivation>& derivations);

}  // namespace reckon::derive
