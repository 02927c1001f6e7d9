// SPDX-License-Identifier: MIT
// A table as a matrix of numbers: the one that each cell states, and which rows sum up others.
#pragma once

#include "derive/written/written.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace reckon::derive {

enum class RowKind : std::uint8_t {
  plain,
  total,
  average,
  statistic,  ///< the least, the most, the median of the others
};

struct TableNumbers {
  std::uint32_t columns = 0;
  std::uint32_t rows = 0;
  std::vector<MentionId> cells;  ///< row by row, counted from 0; `nowhere` for a cell that states no number
  std::vector<bool> has_unread;  ///< of each cell: it has numbers and states none
  std::vector<bool> is_marked;   ///< of each cell: more is said than the number
  std::vector<bool> is_rough;    ///< of each cell: about so much
  std::vector<LineId> words;     ///< of each cell that has words and no number, "flat", "free": its line
  std::vector<RowKind> kinds;    ///< of each row: what its label says
  std::vector<bool> is_scoped;   ///< of each row: a total of something, "on", "with", "for" something
  std::vector<std::uint32_t> filled;  ///< of each column: how many numbers it has
  std::vector<LineId> headers;        ///< of each column
  std::vector<LineId> labels;         ///< of each row: its first cell
  std::vector<double> sums;           ///< of each column, totals left out, in base units
  std::vector<std::uint32_t> steps;   ///< of growth, before each row

  [[nodiscard]] std::size_t index(std::uint32_t row, std::uint32_t column) const {
    return static_cast<std::size_t>(row) * columns + column;
  }
  [[nodiscard]] bool has_words(std::size_t cell) const { return words[cell] != nowhere; }
  [[nodiscard]] bool is_plain(std::uint32_t row) const { return kinds[row] == RowKind::plain; }
  [[nodiscard]] MentionId at(std::uint32_t row, std::uint32_t column) const {
    return cells[index(row, column)];
  }
};

/// What a cell makes: an interval, since its digits end.
struct Value {
  double value = 0.0;
  double low = 0.0;
  double high = 0.0;
  units::Dimension dimension;
  std::uint32_t steps = 1;  ///< times that a constant applies
};

/// What a number states; nothing of `nowhere`.
std::optional<Value> value_of(const Page& page, MentionId id);

/// A cell states the number that it begins with, or that a calculation in it ends with.
TableNumbers numbers_of(const Page& page, const Grid& table, const std::vector<WrittenChain>& chains);

/// Rows for columns: what is measured stands in the first column, and each further one is a case. Of a table
/// that is too long for that nothing.
TableNumbers transposed(const Page& page, const TableNumbers& table);

}  // namespace reckon::derive
