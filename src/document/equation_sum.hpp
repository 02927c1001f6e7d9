// SPDX-License-Identifier: MIT
// What a plus or a minus between two operands of prose is, if it is no sum of numbers.
#pragma once

#include "formula/formula.hpp"
#include "units/quantity.hpp"

#include <cstdint>

namespace reckon::document {

bool is_percentage(const units::Stated& stated);

/// "4 TB + 20%": the percentage scales what stands before it. Of a share ("99% + 1%") it is a part.
bool is_surcharge(const formula::Formula& formula, std::uint32_t left, std::uint32_t right);

/// "3 - 4 × 5" behind a step number, or a range: nothing tells them apart from a subtraction.
bool is_unclear_range(const formula::Formula& formula, std::uint32_t left, std::uint32_t right);

/// "Listing 10-4" is no subtraction, and "2x + 1" no sum of numbers.
bool is_name_with_number(const formula::Formula& formula, std::uint32_t left, std::uint32_t right,
                         bool is_glued_dash);

}  // namespace reckon::document
