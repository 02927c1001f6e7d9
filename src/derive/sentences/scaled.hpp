// SPDX-License-Identifier: MIT
// One number as a share or a multiple of another, told in words: "15 % of 8,000 requests, 1,200", "with 40 %
// on top the 180 GB become 252", "compressed 4:1, 252 GB take 63", "it doubles from 1,200 to 2,400".
#pragma once

#include "derive/page/derivation.hpp"
#include "derive/page/words.hpp"

#include <vector>

namespace reckon::derive {

/// `is_open`: what nothing yields so far.
void scaled(Page& page, const Naming& naming, const std::vector<bool>& is_open, std::vector<Derivation>& out);

}  // namespace reckon::derive
