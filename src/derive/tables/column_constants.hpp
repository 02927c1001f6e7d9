// SPDX-License-Identifier: MIT
// Constants by which a rule of a table may multiply: those that its header, its caption or the text around it
// states, and those that everybody knows.
#pragma once

#include "derive/tables/column_rule.hpp"

#include <vector>

namespace reckon::derive {

/// In ascending order; bounded, however long the text is.
std::vector<RuleConstant> constants_around(const Page& page, const Grid& table);

}  // namespace reckon::derive
