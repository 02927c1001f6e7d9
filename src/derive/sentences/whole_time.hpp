// SPDX-License-Identifier: MIT
// The time of which an availability leaves a part: one that a number tells, or a day, a week, a month, a year
// that a word names, as long as the conventions have them.
#pragma once

#include "arithmetic/compare.hpp"
#include "derive/page/page.hpp"

#include <optional>
#include <vector>

namespace reckon::derive {

struct Whole {
  MentionId mention = nowhere;
  arithmetic::Period period = arithmetic::Period::none;
  double seconds = 0.0;
  float price = 0.0F;
  arithmetic::Supposed supposed = 0;
};

/// As long as it usually is, and as other conventions have it.
void add_lengths(arithmetic::Period period, std::vector<Whole>& out);

/// The period that a word names.
std::optional<arithmetic::Period> period_called(const Page& page, LineId line,
                                                const arithmetic::Token& token);

/// "| 99 % | 3.65 days | 7.3 hours |": what a share leaves of another period is no period.
bool is_left_of_a_period(const arithmetic::Figure& time, const arithmetic::Figure& share);

}  // namespace reckon::derive
