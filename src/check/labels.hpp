// SPDX-License-Identifier: MIT
// Words beside a number: tidied for comparison, and compared with the names that models give to their
// quantities.
#pragma once

#include "check/claim.hpp"
#include "document/plain_label.hpp"

#include <string>
#include <string_view>

namespace reckon::check {

using document::plain_label;

enum class LabelMatch { none, contains, equal };

/// How well a written label fits a name: equal, or the name with nothing but neutral words ("total",
/// "required") around it.
LabelMatch match_label(std::string_view written_plain, std::string_view name);

/// True when the words stand in the text, in order and whole; both plain.
bool contains_words(std::string_view text_plain, std::string_view words_plain);

/// What a column's header says of its cells: "Assumption" or "Input" -> assumption, "Required", "Result",
/// "Total"
/// -> result, anything else -> given.
Role role_of_header(std::string_view header);

}  // namespace reckon::check
