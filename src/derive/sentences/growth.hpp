// SPDX-License-Identifier: MIT
// Generator of what grows at a rate: "Growing 20 % a year, 10 TB become 14.4 TB in two years".
#pragma once

#include "derive/page/derivation.hpp"

#include <vector>

namespace reckon::derive {

/// For numbers that are said to be reached after so many periods of a rate of growth told before.
void growth(Page& page, const std::vector<bool>& is_open, std::vector<Derivation>& out);

}  // namespace reckon::derive
