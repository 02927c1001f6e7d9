// SPDX-License-Identifier: MIT
// Generator of tables: rules that a column obeys in nearly all rows (products, quotients, sums, shares,
// growth, running totals, a constant times another column), totals of columns, and a cell that calculates
// beside the cell with its result. A rule is paid once and explains each row that it holds in: one that holds
// in all rows but one is the best accusation there is.
#pragma once

#include "derive/page/derivation.hpp"
#include "derive/written/written.hpp"

#include <vector>

namespace reckon::derive {

void rows(Page& page, const std::vector<WrittenChain>& chains, std::vector<Derivation>& out);

}  // namespace reckon::derive
