// SPDX-License-Identifier: MIT
// Tells of a rule of columns what it makes of each row: a derivation that holds, or one that a row breaks.
#pragma once

#include "derive/page/derivation.hpp"
#include "derive/tables/column_rule.hpp"
#include "derive/tables/table_numbers.hpp"

#include <vector>

namespace reckon::derive {

/// Which plain rows keep a rule that names state, at their printed precision, and which break it.
void sort_rows(const Page& page, const TableNumbers& table, std::uint32_t target, Rule& rule);

/// One derivation for each row that keeps the rule, and for each that breaks it.
void tell_rule(Page& page, const TableNumbers& table, std::uint32_t target, const Rule& rule,
               std::vector<Derivation>& out);

}  // namespace reckon::derive
