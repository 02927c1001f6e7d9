// SPDX-License-Identifier: MIT
// Generator of what an availability leaves: "99.95 % ... per month that allows 21.6 minutes" is (1 − a) of a
// period that a number or a word names.
#pragma once

#include "derive/page/derivation.hpp"

#include <vector>

namespace reckon::derive {

/// For each time that a relation or the word "downtime" (or what else an error budget is called) introduces,
/// a few sentences behind an availability. Linear.
void availability(Page& page, std::vector<Derivation>& out);

}  // namespace reckon::derive
