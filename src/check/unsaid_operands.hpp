// SPDX-License-Identifier: MIT
// Whether the author said the operands from which a model recomputes a number.
#pragma once

#include "check/evidence.hpp"

namespace reckon::check {

/// "| 20 MB per core | 4000 GB (2000 cores × 2 GB) |": an operand that the same line assumes is another.
bool denies_its_row(const Evidence& evidence, model::SlotId slot, const Claim& claim);

/// An operand is a value that the prompt gives as an example or, in a document that answers no prompt, a
/// guess of the model.
bool rests_on_unsaid(const Evidence& evidence, model::SlotId slot);

}  // namespace reckon::check
