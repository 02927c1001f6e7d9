// SPDX-License-Identifier: MIT
// The derivation that says of a number what it is stated as elsewhere.
#pragma once

#include "derive/page/derivation.hpp"

#include <vector>

namespace reckon::derive {

/// `value`: what the others state, in base units; they are named best first.
Derivation stated_again(Page& page, MentionId id, const std::vector<MentionId>& others, double value);

/// And that it cannot be so: with the bits that both are one quantity.
Derivation contradicted(Page& page, MentionId id, const std::vector<MentionId>& others, double value,
                        float bits);

}  // namespace reckon::derive
