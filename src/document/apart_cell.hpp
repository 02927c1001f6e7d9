// SPDX-License-Identifier: MIT
// What a cell of a table, or a line, is on its face: words, a unit, one quantity, a calculation.
#pragma once

#include "document/document.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace reckon::document {

enum class Face : std::uint8_t {
  nothing,      ///< empty, or a dash
  words,        ///< no number, or a number among words: "Downtime per 30 days"
  quantity,     ///< "~417/s", "3.24 GB per day": one number that the text starts with
  calculation,  ///< "36M / 86,400", "= A * B" with a number for each letter
  equation,     ///< sides and a relation
};

struct Looks {
  Face face = Face::nothing;
  bool has_unit = false;    ///< of a quantity
  std::size_t begin = 0;    ///< of the quantity or the calculation, marks and a leading sign left out
  std::size_t end = 0;      ///< behind the quantity
  std::size_t numbers = 0;  ///< how many it holds
};

Looks looks_of(const Text& text);

/// The looks of all cells of a table, row by row.
using TableLooks = std::vector<std::vector<Looks>>;
TableLooks looks_of(const Table& table);

/// True for a cell that is nothing but a unit.
bool is_unit_alone(const Text& text);

/// The unit that a header or a label gives: "GB" of "Disk (GB)", of "Disk, GB" and of "GB".
std::optional<Text> unit_in(const Text& label);

/// True for "Total", "Sum", "Grand total", "Total storage".
bool is_total(std::string_view label);

}  // namespace reckon::document
