// SPDX-License-Identifier: MIT
// Words beside a number: tidied for comparison, and compared with the names that models give to their
// quantities.
#pragma once

#include "check/claim.hpp"

#include <string>
#include <string_view>

namespace reckon::check {

/// Lower case, letters and digits only, single spaces, no leading article or closing punctuation.
std::string plain_label(std::string_view text);

enum class LabelMatch { none, contains, equal };

/// How well a written label fits a name: equal, or the name's words stand in it in order.
LabelMatch match_label(std::string_view written_plain, std::string_view name);

/// What a column's header says of its cells: "Assumption" or "Input" -> assumption, "Required", "Result",
/// "Total"
/// -> result, anything else -> given.
Role role_of_header(std::string_view header);

}  // namespace reckon::check
