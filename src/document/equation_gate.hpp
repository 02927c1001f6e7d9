// SPDX-License-Identifier: MIT
// Whether a text is worth being read for arithmetic at all: one pass, which most prose does not get through.
#pragma once

#include <string_view>

namespace reckon::document {

/// Two numbers, one of them behind an operator, a relation or a parenthesis, or words that calculate.
bool may_hold_equation(std::string_view text);

}  // namespace reckon::document
