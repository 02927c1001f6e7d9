// SPDX-License-Identifier: MIT
// Days as waivers tell them. Which day it is today is an argument: nothing here looks at a clock.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace reckon::gate {

using Day = std::chrono::sys_days;

/// "2026-06-30", and no day that is in no calendar.
std::optional<Day> read_day(std::string_view text);
std::string print_day(Day day);
/// From the first day to the second.
long days_between(Day first, Day second);

}  // namespace reckon::gate
