// SPDX-License-Identifier: MIT
// Whether words speak of a theme: of copies, of what is lost.
#pragma once

#include "arithmetic/lexicon.hpp"
#include "derive/page/page.hpp"

#include <string_view>

namespace reckon::derive {

bool speaks_of(std::string_view words, arithmetic::Theme theme);
/// Tokens [begin, end) of a line.
bool speaks_of(const Page& page, LineId line, std::uint32_t begin, std::uint32_t end,
               arithmetic::Theme theme);

}  // namespace reckon::derive
