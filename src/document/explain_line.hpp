// SPDX-License-Identifier: MIT
// Lines of EXPLAIN as PostgreSQL prints them, wherever they stand:
//
//   ->  Index Scan using i on t  (cost=0.42..15.67 rows=5000 width=48) (actual time=0.1..2.0 rows=4 loops=1)
#pragma once

#include "document/document.hpp"
#include "document/text.hpp"

#include <string_view>

namespace reckon::document {

/// Appends a plan for each estimate in a text of one or more lines: cost {start, total}, rows, width; the
/// names behind `using` and `on` as `index` and `table`; and `actual` {start, total, rows, loops}. True when
/// there was one.
bool add_plans(const Text& text, std::string_view section, Document& into);

}  // namespace reckon::document
