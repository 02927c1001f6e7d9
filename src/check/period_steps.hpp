// SPDX-License-Identifier: MIT
// Periods in a step of arithmetic: by which one a rate is told, and whether bare numbers such as 3600 lead
// from one to the other.
#pragma once

#include "formula/formula.hpp"
#include "units/quantity.hpp"

#include <optional>

namespace reckon::check {

/// The power of time by which two dimensions differ, when nothing else does.
std::optional<int> time_between(const units::Dimension& left, const units::Dimension& right);

/// The period that a rate is told by, in seconds: 86,400 of "GB/day".
std::optional<double> period_of(const units::Stated& stated);
/// The last of them in a calculation.
std::optional<double> period_in(const formula::Formula& formula);

/// Whether the steps between periods in a reading ("× 3600" as seconds an hour) lead from the period of an
/// operand to that of the result; unknown when one of them is not said.
enum class Steps { none, unknown, lead, lead_elsewhere };
Steps steps_in(const formula::Formula& left, const units::Stated& right);

/// A reading in which bare numbers convert: between periods, or between bytes and bits where one side is in
/// bits.
bool converts(const formula::Formula& left, const units::Stated& right);

/// The time over which a calculation adds up a rate, in seconds: 30 days of "14 GB/day × 30 days". Nothing
/// when it does not.
std::optional<double> time_added_up(const formula::Formula& formula);

/// The time by which a calculation divides: a day of "36M / 86,400 s".
std::optional<double> time_divided_by(const formula::Formula& formula);

/// "36M / 24 / 3600", "36M / 86,400": what comes of it is by the second.
bool divides_by_seconds(const formula::Formula& formula);

}  // namespace reckon::check
