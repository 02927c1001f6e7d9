// SPDX-License-Identifier: MIT
// Units that stand in a header or a row's label: "Time (ms)", "Stored (TB)", "$/month", "Billion msgs/day".
#pragma once

#include "derive/page.hpp"

namespace reckon::derive {

/// Gives the bare numbers of a table the unit of their column's header, or else of their row's label.
void apply_header_units(Page& page, const Grid& table);

}  // namespace reckon::derive
