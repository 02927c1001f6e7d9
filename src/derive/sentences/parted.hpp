// SPDX-License-Identifier: MIT
// A whole and its parts, told in words by one sentence or two: what parts add up to, what they leave, which
// share one has. "Of 200 ms the backend takes 135 ms, which leaves 65 ms"; "EU 3,200 rps, US 5,100 rps, 8,300
// rps together"; "6 of 10 Gbit/s are in use, 60 %"; "70 % are reads, the other 30 % writes".
#pragma once

#include "derive/page/derivation.hpp"
#include "derive/page/words.hpp"

#include <vector>

namespace reckon::derive {

/// `is_open`: what nothing yields so far.
void parted(Page& page, const Naming& naming, const std::vector<bool>& is_open, std::vector<Derivation>& out);

}  // namespace reckon::derive
