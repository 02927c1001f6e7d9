// SPDX-License-Identifier: MIT
// Tables as they come out of a web page or a spreadsheet: lines in which tabs part the cells.
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

/// The longest run of at least three source lines of the block that have the same number of tabs, one or
/// more; the first is the header.
std::optional<TabTable> read_tab_table(const base::Sources& sources, const Text& block);

}  // namespace reckon::document
