// SPDX-License-Identifier: MIT
// Quantities -> text. Printing round-trips: reading what was printed gives the same quantity.
#pragma once

#include "units/quantity.hpp"

#include <string>
#include <string_view>

namespace reckon::units {

/// Shortest decimal text that reads back as the same double; thousands grouped with commas from 10,000 on if
/// asked.
std::string print_number(double value, bool grouped = false);
/// At most `digits` significant digits, no trailing zeros, grouped from 10,000 on: what people read in a
/// message.
std::string print_rounded(double value, int digits = 4);

/// In the unit given as text ("GB", "request/s"): `0.8 Gbps`. Exact digits.
std::string print_in(double base_value, std::string_view unit);
/// Rounded for people, in the unit given.
std::string print_rounded_in(double base_value, std::string_view unit, int digits = 4);

/// All digits where six say all (1.5552) or where it is an amount from 1000 on with up to four decimals
/// (99,999,999.99); otherwise rounded to four.
std::string print_exact_if_short(double value);
/// The same of a value in base units, in a unit.
std::string print_exact_if_short_in(double base_value, std::string_view unit);
/// In a unit that people would choose for that size: `518.4 TB`, `14 ms`, `25.92 s`, `2,000 core`.
std::string print_human(const Quantity& quantity, int digits = 4);
/// Exact and readable by `read_quantity`.
std::string print(const Quantity& quantity);

/// The unit that `print_human` would choose.
std::string human_unit(const Quantity& quantity);

}  // namespace reckon::units
