// SPDX-License-Identifier: MIT
// Calculations broken over lines.
#pragma once

#include <cstddef>
#include <string_view>

namespace reckon::arithmetic {

/// Whether the line that begins at `at` goes on with the calculation of the line before, the end of
/// `written`: it starts with a relation or an operator.
bool goes_on(std::string_view written, std::string_view text, std::size_t at);

}  // namespace reckon::arithmetic
