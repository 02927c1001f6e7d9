// SPDX-License-Identifier: MIT
// Nearest known name for a misspelt one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace reckon::base {

/// The known name nearest to `name` within a third of its length (at least 1, at most 3 edits; case is half
/// an edit's reason and ignored); else the shortest name that begins with it. Nothing when the word is
/// shorter than 3 letters (4 for a beginning) or no name is near.
std::optional<std::string> nearest(std::string_view name, std::span<const std::string> known);

/// "did you mean 'cpu_time'?" or "" when nothing is near.
std::string did_you_mean(std::string_view name, std::span<const std::string> known);

}  // namespace reckon::base
