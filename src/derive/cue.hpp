// SPDX-License-Identifier: MIT
// Whether words say that a number follows from what stands before it.
#pragma once

#include "derive/page.hpp"

namespace reckon::derive {

/// A relation, a leap or a total right before a number.
bool is_said_to_follow(const Page& page, MentionId id);

}  // namespace reckon::derive
