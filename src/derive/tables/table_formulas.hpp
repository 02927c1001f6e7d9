// SPDX-License-Identifier: MIT
// Formulas of names that headers, labels and the lines around a table write out: "Bandwidth = rate × size",
// "Storage (rows × bytes)", "peak = 6 × mean".
#pragma once

#include "derive/page/page.hpp"
#include "derive/tables/table_numbers.hpp"

#include <string>
#include <vector>

namespace reckon::derive {

/// A number or words.
struct FormulaTerm {
  std::vector<std::string> name;  ///< stems
  MentionId number = nowhere;
  bool divides = false;
};

struct TableFormula {
  std::vector<std::string> result;  ///< stems
  std::vector<FormulaTerm> terms;   ///< multiplied, at most one of them a number
};

std::vector<TableFormula> formulas_around(const Page& page, const TableNumbers& table);

}  // namespace reckon::derive
