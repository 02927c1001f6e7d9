// SPDX-License-Identifier: MIT
// A derivation's expression as a formula over literals, for slips, inversions and print.
#pragma once

#include "derive/page/derivation.hpp"
#include "formula/calculation.hpp"

#include <string>

namespace reckon::derive {

/// A figure as a quantity, counted axes dropped.
units::Stated stated_of(const Page& page, MentionId id);

/// Nothing when it has a function that formulas do not know.
formula::Calculation written_out(const Page& page, const base::Sources& sources,
                                 const Derivation& derivation);

/// "50,000 req/s × 12 ms": as written where it stands in one piece, put together otherwise.
std::string calculation_text(const Page& page, const base::Sources& sources, const Derivation& derivation);

}  // namespace reckon::derive
