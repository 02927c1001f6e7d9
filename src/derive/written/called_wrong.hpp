// SPDX-License-Identifier: MIT
// Texts that show a mistake: "Wrong: 36M × 90 B = 3.24 TB", "do not write ...".
#pragma once

#include "derive/page/page.hpp"

namespace reckon::derive {

/// Whether words or a mark in front of a calculation, in its line or at the end of the one before, call it
/// wrong. `begin`: its first token.
bool is_called_wrong(const Page& page, LineId line, std::uint32_t begin);

}  // namespace reckon::derive
