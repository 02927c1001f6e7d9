// SPDX-License-Identifier: MIT
// What a calculation leaves out because the text around it has said it: "10 TB a day ... 1 year × 10 TB",
// "$1.25 per million ... 0.9M × $1.25". The number is told more fully elsewhere, and what it lacks is the
// whole error.
#pragma once

#include "derive/page/derivation.hpp"

namespace reckon::derive {

/// Whether what a derivation that does not hold is off by is what another place says of one of its operands.
/// Looks at a bounded number of mentions around it.
bool is_told_fuller(const Page& page, const Derivation& derivation);

}  // namespace reckon::derive
