// SPDX-License-Identifier: MIT
#include "derive/tables/column_rules.hpp"

#include "derive/tables/column_search.hpp"
#include "derive/tables/rule_teller.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace reckon::derive {
namespace {

constexpr std::uint32_t most_columns_searched = 12;

struct ColumnRule {
  std::uint32_t target = 0;
  Rule rule;
};

/// Columns of one table grow alike: what one of them proves is looked for in the others, and each confirms
/// the rest.
void grow_together(const Page& page, const TableNumbers& table, const std::vector<RuleConstant>& constants,
                   std::vector<ColumnRule>& found) {
  const auto is_proof = [](const ColumnRule& one) { return one.rule.grows() && one.rule.fails.empty(); };
  const auto proof = std::find_if(found.begin(), found.end(), is_proof);
  if (proof == found.end()) return;
  const RuleConstant growth = proof->rule.constant;
  for (std::uint32_t target = 0; target < table.columns; ++target) {
    const bool is_known = std::any_of(found.begin(), found.end(), [target](const ColumnRule& one) {
      return one.target == target && one.rule.grows();
    });
    if (is_known || table.filled[target] < fewest_rows || counts_rows(page, table, target)) continue;
    Column column(page, table, target, constants);
    if (auto rule = column.grown_by(growth)) found.push_back({target, std::move(*rule)});
  }
  const auto proofs = static_cast<std::uint32_t>(std::count_if(found.begin(), found.end(), is_proof));
  for (ColumnRule& one : found) {
    if (one.rule.grows()) one.rule.confirmed = proofs - (is_proof(one) ? 1U : 0U);
  }
}

}  // namespace

/// 1, 2, 3...: numbers of rows.
bool counts_rows(const Page& page, const TableNumbers& table, std::uint32_t column) {
  double last = -1.0;
  for (std::uint32_t row = 0; row < table.rows; ++row) {
    const MentionId id = table.at(row, column);
    if (id == nowhere) continue;
    const double number = page.figure(id).number;
    if (last >= 0.0 && number != last + 1.0) return false;
    if (last < 0.0 && number > 1.0) return false;
    last = number;
  }
  return true;
}

void column_rules(Page& page, const TableNumbers& table, const std::vector<RuleConstant>& constants,
                  std::vector<Derivation>& out) {
  if (table.columns > most_columns_searched) return;
  std::vector<ColumnRule> found;
  for (std::uint32_t target = 0; target < table.columns; ++target) {
    if (table.filled[target] < fewest_rows || counts_rows(page, table, target)) continue;
    Column column(page, table, target, constants);
    for (Rule& rule : column.best()) found.push_back({target, std::move(rule)});
  }
  grow_together(page, table, constants, found);
  for (const ColumnRule& one : found) tell_rule(page, table, one.target, one.rule, out);
}

}  // namespace reckon::derive
