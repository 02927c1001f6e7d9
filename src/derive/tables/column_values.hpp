// SPDX-License-Identifier: MIT
// A column of a table beside its neighbours, as values: what its cells state, and what a rule makes of a row.
#pragma once

#include "derive/tables/column_rule.hpp"
#include "derive/tables/table_numbers.hpp"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace reckon::derive {

/// Numbers that a column must have to take part.
inline constexpr std::size_t fewest_rows = 2;

/// Of one table and the column that rules are to yield; both must outlive it.
class ColumnValues {
 public:
  ColumnValues(const Page& page, const TableNumbers& table, std::uint32_t target);
  /// What a rule makes of a row, its constant aside.
  [[nodiscard]] std::optional<Value> value(const Rule& rule, std::uint32_t row) const;
  /// What a cell states; nothing for one that states no number.
  [[nodiscard]] std::optional<Value> cell(std::uint32_t row, std::uint32_t column) const;
  /// Other columns that take part.
  [[nodiscard]] const std::vector<std::uint32_t>& others() const { return others_; }
  /// The sum of a column's rows, totals left out, and its first number.
  [[nodiscard]] std::pair<double, MentionId> sum_of(std::uint32_t column) const;
  /// The row from which a compound growth starts.
  [[nodiscard]] std::uint32_t first_row() const { return first_row_; }
  /// From the least to the most that the column states, as a logarithm.
  [[nodiscard]] double spread() const;
  /// The factor of the unit of a column's first number.
  [[nodiscard]] double unit(std::uint32_t column) const;
  /// Amounts of money, also by the hour or month.
  [[nodiscard]] bool is_money(std::uint32_t column) const;
  /// Shares that are all near to one agree with anything.
  [[nodiscard]] bool is_availability(std::uint32_t column) const;
  /// Whole things, of which there is no third.
  [[nodiscard]] bool counts_things() const;
  /// "(with 2 spare)": what the header may add to what is needed.
  [[nodiscard]] std::vector<double> spares() const;

 private:
  [[nodiscard]] std::optional<Value> printed_product(const Rule& rule, std::uint32_t row) const;
  [[nodiscard]] std::optional<Value> product(const Rule& rule, std::uint32_t row) const;
  [[nodiscard]] std::optional<Value> sum(std::uint32_t row) const;
  [[nodiscard]] std::optional<Value> grown_from(std::uint32_t before, std::uint32_t row) const;

  const Page& page_;
  const TableNumbers& table_;
  std::uint32_t target_;
  std::vector<std::uint32_t> others_;
  std::uint32_t first_row_ = 0;
};

}  // namespace reckon::derive
