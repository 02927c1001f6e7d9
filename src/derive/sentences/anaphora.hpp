// SPDX-License-Identifier: MIT
// Generator of numbers that are told as so many times, or as a part of, what was said before: "ten times
// that, 380 TB", "a third of them are hard, 252,000 a day".
#pragma once

#include "derive/page/derivation.hpp"

#include <vector>

namespace reckon::derive {

void anaphora(Page& page, const std::vector<bool>& is_open, std::vector<Derivation>& out);

}  // namespace reckon::derive
