// SPDX-License-Identifier: MIT
// Generator of whole numbers that words say were rounded from a broken one beside them: "38 pods (37.5
// rounded up)", "77.8, so 78 brokers".
#pragma once

#include "derive/page/derivation.hpp"

#include <vector>

namespace reckon::derive {

void rounded(Page& page, std::vector<Derivation>& out);

}  // namespace reckon::derive
