// SPDX-License-Identifier: MIT
// Calculations whose parts stand apart: a calculation and its result in two cells of a row, factors under the
// headers of columns, a result above its derivation, a total below what it sums, a name in place of a number.
// Each is written out as one line, as its author would have put it, and read as any other line; every byte of
// such a line still knows where it stands in the source. What only position suggests is gathered with care: a
// line that does not read as exactly one calculation with one result is dropped.
#pragma once

#include "document/apart_cell.hpp"
#include "document/document.hpp"
#include "document/equation.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace reckon::document {

struct Apart {
  Equation equation;
  std::size_t fragment = 0;  ///< where the result stands
  std::string pointer;       ///< of a cell: "table 1/row 2/column 3", counted as `check` counts tables
};

/// The equations that stand within one passage, by fragment; none for tables and artefacts.
using InlineEquations = std::vector<std::vector<Equation>>;
InlineEquations inline_equations(const Document& document);

/// In document order of their results. Linear in the document.
std::vector<Apart> equations_apart(const Document& document, const InlineEquations& within);

/// The line as one calculation and one quantity that it results in; nothing when it is anything else, or when
/// it is about nothing ("1 + 1" and "2") and its author did not say that the one makes the other.
std::optional<Equation> read_joined(const Text& line, bool is_said = false);

/// One table with what its cells look like.
struct TableAt {
  const Table& table;
  const TableLooks& looks;
  std::size_t number = 0;  ///< counted from 1
  std::size_t fragment = 0;
};

// One gatherer for each way of standing apart; `equations_apart` runs them all.
void gather_rows(const TableAt& at, std::vector<Apart>& out);          ///< calculation and result in a row
void gather_columns(const TableAt& at, std::vector<Apart>& out);       ///< factors under headers; totals
void gather_lists(const Document& document, std::vector<Apart>& out);  ///< nested derivations; totals
/// Names in place of numbers.
void gather_named(const Document& document, const InlineEquations& within, std::vector<Apart>& out);

}  // namespace reckon::document
