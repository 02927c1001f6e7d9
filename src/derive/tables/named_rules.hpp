// SPDX-License-Identifier: MIT
// Rules of columns that the words of the headers state: "RAM per node" times "Nodes" is "RAM". They need no
// rows to prove them.
#pragma once

#include "derive/page/derivation.hpp"
#include "derive/tables/table_numbers.hpp"

#include <vector>

namespace reckon::derive {

/// For columns that no derivation from `first` on yields.
void named_rules(Page& page, const TableNumbers& table, std::size_t first, std::vector<Derivation>& out);

}  // namespace reckon::derive
