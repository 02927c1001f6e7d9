// SPDX-License-Identifier: MIT
// The ways in which PostgreSQL writes an interval that nobody else writes a duration in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace reckon::document {

/// `00:05:00`, `1 day 02:00`, `PT5M`, `P1DT2H` in seconds, `2 decades` in years; any other text as it is.
/// Nothing for an interval of both months and shorter times, which has no one length.
std::optional<std::string> plain_interval(std::string_view text);

}  // namespace reckon::document
