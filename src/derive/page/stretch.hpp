// SPDX-License-Identifier: MIT
// What stands between two line breaks, and what stands above it.
#pragma once

#include "derive/page/page.hpp"

#include <optional>
#include <vector>

namespace reckon::derive {

struct TextLine {
  LineId line = 0;
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;  ///< the stop behind it
};

TextLine stretch_around(const Page& page, LineId line, std::uint32_t token);
/// The one above, in the same paragraph, list or block of code; a line of signs is passed over.
std::optional<TextLine> stretch_above(const Page& page, const TextLine& stretch);
std::vector<MentionId> mentions_of(const Page& page, const TextLine& stretch);

/// A line of code that holds signs only.
bool is_rule(const Page& page, const Line& line);

}  // namespace reckon::derive
