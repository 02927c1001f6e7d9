// SPDX-License-Identifier: MIT
// What it is worth that two numbers agree: -log2 of the chance that they would by accident.
#pragma once

#include "arithmetic/figure.hpp"

namespace reckon::derive {

/// Bits for a stated figure that lies in an accepted stretch of this relative width. Round numbers are
/// common, so that digits bound it: one digit says little, each further one 3.3 bits.
float surprise(const arithmetic::Figure& stated, double width);

}  // namespace reckon::derive
