// SPDX-License-Identifier: MIT
// Calculations that do not come to the stated number as they are written, and do as everybody means them:
// "4 parameters × 5 values = 625 grid points", "20 s + threshold 3 = 60 s".
#pragma once

#include "arithmetic/node.hpp"
#include "derive/page/derivation.hpp"

namespace reckon::derive {

/// Whether a written derivation that does not hold has such a meaning, and the stated number confirms it.
bool is_meant_otherwise(const Page& page, const arithmetic::Side& left, const Derivation& derivation);

}  // namespace reckon::derive
