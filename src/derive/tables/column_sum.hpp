// SPDX-License-Identifier: MIT
// What the cells of a column above a row add up to, and whether the row's number says so. Which rows belong
// to it, which of them show another one again, and how many things each stands for.
#pragma once

#include "arithmetic/agree.hpp"
#include "derive/tables/table_numbers.hpp"

#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

namespace reckon::derive {

/// Terms of which a sum is made at least.
inline constexpr std::size_t fewest_summed = 2;

/// Values are in the unit of the number that states the sum.
struct ColumnSum {
  std::uint32_t column = 0;
  std::vector<MentionId> terms;
  std::vector<std::uint32_t> rows;  ///< of the terms
  std::vector<MentionId> weights;   ///< of the terms: a row stands for so many
  float price = 0.0F;               ///< of leaving out a row
  double value = 0.0;
  double low = 0.0;
  double high = 0.0;
  double least = 0.0;  ///< term
  double most = 0.0;
  bool is_exact = false;    ///< of small whole numbers, added up to the last digit
  bool lacks_some = false;  ///< a cell has words in place of a number, or speaks of each
  arithmetic::Agreement agreement;

  /// Bits that it is worth; 0 for a sum that is not stated.
  [[nodiscard]] float evidence(const arithmetic::Figure& stated) const;
};

/// Of one table, which must outlive it.
class ColumnSums {
 public:
  ColumnSums(const Page& page, const TableNumbers& table) : page_(page), table_(table) {}

  /// What a cell may sum up: from the total before it, or all rows above where that makes it right, or where
  /// nothing else does, so many of each. Nothing where there is nothing to add.
  [[nodiscard]] std::optional<ColumnSum> best(std::uint32_t begin, std::uint32_t row,
                                              std::uint32_t column) const;
  /// Whether a row shows what another one holds already, and the total leaves it out: "out (mean)" beside
  /// "out (peak)", "with copies (2x)".
  [[nodiscard]] bool leaves_out_view(std::uint32_t row, const ColumnSum& sum) const;
  /// What all rows but one come to, where the cell states that.
  [[nodiscard]] std::optional<ColumnSum> all_but_one(std::uint32_t row, const ColumnSum& all) const;

 private:
  [[nodiscard]] std::optional<ColumnSum> of(std::uint32_t begin, std::uint32_t row, std::uint32_t column,
                                            RowKind also = RowKind::total) const;
  void leave_out(std::uint32_t row, std::uint32_t column, std::optional<ColumnSum>& into) const;
  void begin_with_header(std::uint32_t row, const arithmetic::Figure& stated, ColumnSum& sum) const;
  void weigh(std::uint32_t row, ColumnSum& sum) const;
  [[nodiscard]] MentionId weight_of(std::uint32_t row, std::uint32_t column) const;
  [[nodiscard]] ColumnSum without(const ColumnSum& sum, std::size_t term, std::uint32_t row) const;
  [[nodiscard]] bool is_view(const ColumnSum& sum, std::size_t of) const;
  [[nodiscard]] bool is_multiple(const ColumnSum& sum, std::size_t of, std::size_t other) const;
  void agree(std::uint32_t row, const arithmetic::Figure& stated, ColumnSum& sum) const;

  const Page& page_;
  const TableNumbers& table_;
};

}  // namespace reckon::derive
