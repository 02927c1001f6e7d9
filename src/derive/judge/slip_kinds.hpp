// SPDX-License-Identifier: MIT
// The kinds of slips: each emits the numbers that one mistake makes of a calculation. Their names and prices
// stand in the table of derive/judge/slips.cpp.
#pragma once

#include "formula/calculation.hpp"
#include "units/quantity.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::derive {

/// Another number of the response that could have been taken by mistake.
struct OtherNumber {
  units::Stated stated;
  std::string text;
};

/// A number to explain.
struct SlipCase {
  formula::Calculation calculation;
  double right = 0.0;     ///< what follows, in base units
  units::Unit unit;       ///< in which the response states its number
  std::string unit_text;  ///< as written, "GB"
  std::vector<OtherNumber> others;
  units::Stated stated = {};  ///< what is to be explained
  double scale = 1.0;  ///< from the value of the calculation's bare numbers to `right`: a unit left unsaid
};

/// What a slip makes of a calculation: the wrong number in base units, and how it came about.
struct SlipOutcome {
  double value = 0.0;
  std::string text;
};

using EmitSlip = std::function<void(SlipOutcome)>;

/// A factor in front of the right number.
void emit_factor(const SlipCase& number, const EmitSlip& emit, double factor, std::string_view why);
/// A value as the response would print it.
std::string print_stated(double base_value, const SlipCase& number);

// In the calculation: derive/judge/slips_of_calculation.cpp.
void divided_for_multiplied(const SlipCase& number, const EmitSlip& emit);
void multiplied_for_divided(const SlipCase& number, const EmitSlip& emit);
void other_number(const SlipCase& number, const EmitSlip& emit);
void factor_left_out(const SlipCase& number, const EmitSlip& emit);
void term_left_out(const SlipCase& number, const EmitSlip& emit);
void term_twice(const SlipCase& number, const EmitSlip& emit);
void factor_twice(const SlipCase& number, const EmitSlip& emit);
void percent_as_whole(const SlipCase& number, const EmitSlip& emit);
void missing_complement(const SlipCase& number, const EmitSlip& emit);
void floor_for_ceil(const SlipCase& number, const EmitSlip& emit);
void periods_miscounted(const SlipCase& number, const EmitSlip& emit);
void grown_straight(const SlipCase& number, const EmitSlip& emit);
void miscounted(const SlipCase& number, const EmitSlip& emit);
void one_way(const SlipCase& number, const EmitSlip& emit);

// In units, periods and digits: derive/judge/slips_of_units.cpp.
void bits_for_bytes(const SlipCase& number, const EmitSlip& emit);
void prefix_slipped(const SlipCase& number, const EmitSlip& emit);
void wrong_unit(const SlipCase& number, const EmitSlip& emit);
void converted_backwards(const SlipCase& number, const EmitSlip& emit);
void binary_for_decimal(const SlipCase& number, const EmitSlip& emit);
void period_mixed_up(const SlipCase& number, const EmitSlip& emit);
void zero_slipped(const SlipCase& number, const EmitSlip& emit);
void digits_mistyped(const SlipCase& number, const EmitSlip& emit);
void pair_of_factors(const SlipCase& number, const EmitSlip& emit);

}  // namespace reckon::derive
