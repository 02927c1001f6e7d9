// SPDX-License-Identifier: MIT
// What follows from an accused number.
#pragma once

#include "derive/judge/judged.hpp"

#include <vector>

namespace reckon::derive {

/// What holds but starts from an accused number is right in its arithmetic only.
void mark_inherited(const Page& page, const std::vector<Derivation>& derivations, Judged& judged);

}  // namespace reckon::derive
