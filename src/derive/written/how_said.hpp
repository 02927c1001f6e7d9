// SPDX-License-Identifier: MIT
// What the operands of a calculation, their units and words say of the way in which its result is told:
// exact or rounded, with units or bare.
#pragma once

#include "arithmetic/agree.hpp"
#include "derive/page/page.hpp"
#include "derive/written/side_words.hpp"

namespace reckon::derive {

/// `filler`: what fills the gap of the calculation, if it has one.
arithmetic::Said how_said(const Page& page, const SideWords& words, const arithmetic::Side& left,
                          MentionId filler, const arithmetic::Figure& stated, const arithmetic::Link& link);

}  // namespace reckon::derive
