// SPDX-License-Identifier: MIT
// Letters behind a number that stand for a magnitude as well as for a unit: 36M, 64B, 5 mb, 500m. All
// readings are kept.
#pragma once

#include "document/equation_literal.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace reckon::document {

/// The readings of a number with an ambiguous suffix at the start of `view`, the natural one first, and where
/// they end; none when there is no such suffix. A counted noun behind a magnitude decides it: "2B events".
std::vector<Reading> suffix_readings(std::string_view view, std::size_t& end);

/// The bytes of digits, points and separators at the start of a text.
std::size_t end_of_digits(std::string_view text);

}  // namespace reckon::document
