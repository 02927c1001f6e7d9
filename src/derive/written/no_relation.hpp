// SPDX-License-Identifier: MIT
// What is written like a calculation and its result and is none: scores, shares of something that is not
// said, unknowns, results of another kind than their operands.
#pragma once

#include "arithmetic/chain.hpp"
#include "derive/page/derivation.hpp"

#include <span>

namespace reckon::derive {

/// Whether a written derivation that does not hold has such a form.
bool is_no_relation(const Page& page, const arithmetic::Side& left, const arithmetic::Side& right,
                    const Derivation& derivation);

/// "At 60K RPS = 60,000 traces/s × 15 = 900K spans/s": a calculation with a result of its own behind it was
/// not meant to give a number of another kind in front of it. `derivations` are those of the chain.
void doubt_head(const Page& page, const arithmetic::Chain& chain, std::span<Derivation> derivations);

}  // namespace reckon::derive
