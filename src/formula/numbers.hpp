// SPDX-License-Identifier: MIT
// The two places where formulas forgive the last digits of binary arithmetic: comparing and rounding.
#pragma once

namespace reckon::formula {

/// Relative: 3 * 0.1 / 0.1 must not round up to 4, and 0.1 + 0.2 must not exceed 0.3.
inline constexpr double tolerance = 1e-9;

/// Equal within the tolerance. `<` and `>` exclude what is equal, `<=` and `>=` include it.
bool is_same(double a, double b);

/// Rounding that takes a number for whole when it is one within the tolerance.
double round_up(double value);
double round_down(double value);
/// Halves away from zero.
double round_nearest(double value);

}  // namespace reckon::formula
