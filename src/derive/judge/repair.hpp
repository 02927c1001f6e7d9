// SPDX-License-Identifier: MIT
// Which of several numbers is wrong: a relation that does not hold is told once, and not at all where it
// would hold once another number that is accused is mended.
#pragma once

#include "derive/judge/accusation.hpp"

#include <vector>

namespace reckon::derive {

/// Takes back what is told twice.
void tell_what_was_changed(const Page& page, const std::vector<Derivation>& derivations,
                           std::vector<Accusation>& weighed);

}  // namespace reckon::derive
