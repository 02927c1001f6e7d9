// SPDX-License-Identifier: MIT
// Units that stand in a header or a row's label: "Time (ms)", "Stored (TB)", "$/month", "Billion msgs/day".
#pragma once

#include "derive/page/page.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace reckon::derive {

/// The unit that begins at a byte of a header or a key, as if a 1 stood before it.
std::optional<arithmetic::Figure> unit_at(Page& page, std::string_view plain, std::size_t at);

/// Gives a bare figure the unit of its header or key.
void take_unit(arithmetic::Figure& figure, const arithmetic::Figure& unit);

/// Gives the bare numbers of a table the unit of their column's header, or else of their row's label.
void apply_header_units(Page& page, const Grid& table);

}  // namespace reckon::derive
