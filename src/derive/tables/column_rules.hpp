// SPDX-License-Identifier: MIT
// What a column of a table obeys.
#pragma once

#include "derive/page/derivation.hpp"
#include "derive/tables/column_rule.hpp"
#include "derive/tables/table_numbers.hpp"

#include <vector>

namespace reckon::derive {

/// One derivation for each row of each column whose best rule is proven; rows that break it are told as
/// failing.
void column_rules(Page& page, const TableNumbers& table, const std::vector<RuleConstant>& constants,
                  std::vector<Derivation>& out);

/// 1, 2, 3...: a column that numbers the rows.
bool counts_rows(const Page& page, const TableNumbers& table, std::uint32_t column);

/// Sums of columns in rows that say so, and in last rows.
void column_totals(Page& page, const TableNumbers& table, std::vector<Derivation>& out);

}  // namespace reckon::derive
