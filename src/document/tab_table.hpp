// SPDX-License-Identifier: MIT
// Tables without a line of dashes: as they come out of a web page or a spreadsheet, tabs part the cells; in a
// wiki's text, bars.
#pragma once

#include "document/document.hpp"

#include <optional>

namespace reckon::document {

/// A block of text around a table: what stands before it, and behind.
struct TabTable {
  Text before;
  Table table;
  Text behind;
};

/// The longest run of at least three source lines of the block that have equally many cells, parted by tabs,
/// or between bars, "|| Name || Size ||" and "| a | 12 GB |"; the first is the header.
std::optional<TabTable> read_tab_table(const base::Sources& sources, const Text& block);

}  // namespace reckon::document
