// SPDX-License-Identifier: MIT
// Steps whose numbers agree and whose words do not: told by what they state, not by a value that is missed.
#pragma once

#include "document/equation.hpp"
#include "units/quantity.hpp"

#include <optional>

namespace reckon::check {

/// "40M readers × 25 follows = 1 GB": the number of things, called bytes. Every operand has to name what it
/// counts, since a bare number may be a size.
std::optional<units::Interval> count_called_bytes(const document::Side& left, const document::Side& right);

/// "1B requests/month ÷ 86,400 = 11,574 rps": the seconds of a day do not part a month. The rate itself,
/// where nothing but such a division leads to the result; with a share in between, the busiest day may be
/// meant.
std::optional<units::Interval> rate_by_another_period(const document::Side& left,
                                                      const document::Side& right);

}  // namespace reckon::check
