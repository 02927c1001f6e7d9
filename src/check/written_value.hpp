// SPDX-License-Identifier: MIT
// A value in the unit and with the currency sign in which something else is written: "5 cores", "$9000",
// "€0.02/GB".
#pragma once

#include "units/quantity.hpp"

#include <string>
#include <string_view>

namespace reckon::check {

/// `unit_text` stands for `unit`, as in Stated. Where it is dollars by their sign, the sign stands in front;
/// it is the sign that `like` begins with or ends on, if that is one.
std::string written_value(double base_value, const units::Unit& unit, std::string_view unit_text,
                          std::string_view like);

/// Words about dollars, in the currency whose sign stands in `like`.
std::string in_currency_of(std::string_view like, std::string_view dollars);

}  // namespace reckon::check
