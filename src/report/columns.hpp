// SPDX-License-Identifier: MIT
// Text in columns, as wide as a terminal shows it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace reckon::report {

/// Blanks behind it, up to a width.
std::string padded(const std::string& text, std::size_t width);
/// Blanks before it, up to a width.
std::string aligned_right(const std::string& text, std::size_t width);

/// Lines of cells, two blanks before each cell; the first columns are aligned left, those from `right_from`
/// on right. A line may have fewer cells than others.
struct Table {
  std::vector<std::vector<std::string>> lines;
  std::size_t right_from = static_cast<std::size_t>(-1);

  [[nodiscard]] std::string print() const;
};

/// A bar of block elements for a part between 0 and 1 of `width` cells, in eighths of a cell; never empty for
/// what is above zero.
std::string bar(double part, std::size_t width);

}  // namespace reckon::report
