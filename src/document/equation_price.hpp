// SPDX-License-Identifier: MIT
// Prices: "$0.023/GB", "$5 per TB-month", "$0.40 per million requests".
#pragma once

#include "document/equation_literal.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace reckon::document {

/// The amount that `view` starts with, a dollar sign in front; none when it is no price. `end` is set behind
/// it.
std::vector<Reading> price_readings(std::string_view view, std::size_t& end);

}  // namespace reckon::document
