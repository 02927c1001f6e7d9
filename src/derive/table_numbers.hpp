// SPDX-License-Identifier: MIT
// A table as a matrix of numbers: the one that each cell states, and which rows sum up others.
#pragma once

#include "derive/written.hpp"

#include <vector>

namespace reckon::derive {

struct TableNumbers {
  std::uint32_t columns = 0;
  std::uint32_t rows = 0;
  std::vector<MentionId> cells;  ///< row by row, counted from 0; `nowhere` for a cell that states no number
  std::vector<bool> has_unread;  ///< of each cell: it has numbers and states none
  std::vector<bool> is_total;    ///< of each row: its label says so
  std::vector<bool> is_scoped;   ///< of each row: a total "on", "with", "for" something
  std::vector<std::uint32_t> filled;  ///< of each column: how many numbers it has

  [[nodiscard]] MentionId at(std::uint32_t row, std::uint32_t column) const {
    return cells[row * columns + column];
  }
};

/// A cell states the number that it begins with, or that a calculation in it ends with.
TableNumbers numbers_of(const Page& page, const Grid& table, const std::vector<WrittenChain>& chains);

}  // namespace reckon::derive
