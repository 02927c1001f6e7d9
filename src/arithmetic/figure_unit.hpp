// SPDX-License-Identifier: MIT
// What stands behind a number: magnitude, unit, denominators. "30G", "1.2 million messages a second",
// "$0.40 per million requests", "edits per user per second", "GB-month".
#pragma once

#include "arithmetic/figure.hpp"

#include <cstddef>
#include <string_view>

namespace reckon::arithmetic {

/// Reads on behind the number that ends at `figure.number_end` and moves `figure.end`; the number is scaled
/// by a magnitude, and `readings` gets what else the letters can mean. Where the number ends at 0, nothing
/// stands before the text: it is a header.
void read_unit_behind(std::string_view text, Figure& figure, std::vector<Reading>& readings);

}  // namespace reckon::arithmetic
