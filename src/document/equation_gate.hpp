// SPDX-License-Identifier: MIT
// Whether a text is worth being read for arithmetic at all: one pass, which most prose does not get through.
#pragma once

#include <string_view>

namespace reckon::document {

/// Two numbers, one of them behind an operator, a relation or a parenthesis, or words that calculate.
bool may_hold_equation(std::string_view text);

/// What a rest has to do with a division is not read, nor anything else in its passage.
bool speaks_of_remainder(std::string_view text);

}  // namespace reckon::document
