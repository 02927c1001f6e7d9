// SPDX-License-Identifier: MIT
// Generator of what so many things take, where how much one takes stands under its name somewhere before:
// "a letter is 62 kB" and later "13.9 million letters, 862 GB".
#pragma once

#include "derive/page/derivation.hpp"
#include "derive/page/words.hpp"

#include <vector>

namespace reckon::derive {

/// For each amount of data beside a number of things. Linear: a thing has a few sizes.
void sized(Page& page, const Naming& naming, const std::vector<bool>& is_open, std::vector<Derivation>& out);

}  // namespace reckon::derive
