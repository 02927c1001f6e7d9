// SPDX-License-Identifier: MIT
// Generator of one quantity told twice side by side, in two units or periods: "1.4 MB/s, 121 GB a day",
// "7.4 MB/s, i.e. 59 Mbps".
#pragma once

#include "derive/page/derivation.hpp"
#include "derive/page/words.hpp"

#include <vector>

namespace reckon::derive {

void apposed(Page& page, const Naming& naming, const std::vector<bool>& is_open,
             std::vector<Derivation>& out);

}  // namespace reckon::derive
