// SPDX-License-Identifier: MIT
// What time without service is called, and the figures that tell an availability and what it leaves.
#pragma once

#include "derive/page/page.hpp"

#include <string_view>

namespace reckon::derive {

/// "43.2 minutes"
bool is_time(const arithmetic::Figure& figure);
/// "43.2 minutes a month": a time in its period.
bool names_period(const arithmetic::Figure& figure);

/// "Four nines", also "99.95 %": agreed on and not measured, so that there are no further digits.
bool is_agreed_on(const arithmetic::Figure& share);

/// Whether a unit, or tokens [begin, end) of a line, say that there is no service.
bool names_loss(std::string_view unit);
bool names_loss(const Page& page, LineId line, std::uint32_t begin, std::uint32_t end);

/// Whether a time that is so many times too large has the digits of the right one, with a zero too many or
/// too few or under another unit of time.
bool slips_in_time(const arithmetic::Figure& figure, double ratio);

/// Whether a number that is so many times the part that an availability leaves is the part that it covers.
bool is_other_part(const arithmetic::Figure& figure, double availability, double ratio);

}  // namespace reckon::derive
