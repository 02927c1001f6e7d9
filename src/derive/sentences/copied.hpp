// SPDX-License-Identifier: MIT
// Generator of what several copies take: "90 days, three copies: 279.9 TB" below what one takes.
#pragma once

#include "derive/page/derivation.hpp"

#include <vector>

namespace reckon::derive {

void copied(Page& page, std::vector<Derivation>& out);

}  // namespace reckon::derive
