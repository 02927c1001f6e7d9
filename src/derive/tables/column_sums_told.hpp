// SPDX-License-Identifier: MIT
// Sums of a table's column that the text around it tells: "a total revenue of $105,300" below a column of
// revenues.
#pragma once

#include "derive/page/derivation.hpp"
#include "derive/written/written.hpp"

#include <vector>

namespace reckon::derive {

/// For each mention of the text that a word says to be a total, the columns of the table before and behind
/// it. It is cued only where the text names the column.
void column_sums_told(Page& page, const std::vector<WrittenChain>& chains, std::vector<Derivation>& out);

}  // namespace reckon::derive
