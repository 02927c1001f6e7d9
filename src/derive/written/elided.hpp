// SPDX-License-Identifier: MIT
// Generator of what a written calculation leaves out: one operand that stands in the sentence, the line
// above, the row or the header.
#pragma once

#include "derive/page/derivation.hpp"

#include <cstddef>
#include <vector>

namespace reckon::derive {

/// For each derivation from `first` on that fails, the ways in which one number near by makes it hold.
void elided(Page& page, std::size_t first, std::vector<Derivation>& derivations);

}  // namespace reckon::derive
