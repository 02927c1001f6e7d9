// SPDX-License-Identifier: MIT
// Rows whose labels say how many times one is the other: "per second" and "per day", "one copy" and "two
// copies", "7 days" and "30 days".
#pragma once

#include "derive/page/derivation.hpp"
#include "derive/tables/table_numbers.hpp"

#include <vector>

namespace reckon::derive {

/// One derivation for each number that is as many times the one above as the labels say, and for each that is
/// not where others of the column are. Numbers that a rule yields already, those from `first` on, are left.
void row_multiples(Page& page, const TableNumbers& table, std::size_t first, std::vector<Derivation>& out);

}  // namespace reckon::derive
