// SPDX-License-Identifier: MIT
// One field of a line of CSV (RFC 4180).
#pragma once

#include <string>
#include <string_view>

namespace reckon::report {

/// In quotes where it holds a comma, a quote or a line break; quotes are doubled.
std::string csv_field(std::string_view text);

}  // namespace reckon::report
