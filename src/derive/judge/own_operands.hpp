// SPDX-License-Identifier: MIT
// Whether a derivation that was found beside a calculation starts from the numbers that the calculation has
// anyway: then it is the slip told in another way, and no other source of the result.
#pragma once

#include "derive/page/derivation.hpp"

#include <vector>

namespace reckon::derive {

/// From some of the numbers in `own` (ascending) and no others.
bool uses_only(const Page& page, const Derivation& other, const std::vector<MentionId>& own);

/// From all of them and a bare power of ten that stands somewhere near.
bool only_scales(const Page& page, const Derivation& other, const std::vector<MentionId>& own);

}  // namespace reckon::derive
