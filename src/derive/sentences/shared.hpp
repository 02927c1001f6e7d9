// SPDX-License-Identifier: MIT
// Generator of parts of a whole: "15 % of them (480,000 pages)", "8 % of the reads, 2,667/s", "a third of
// that, so 40 GB", "5.2 billion queries, of which at 99.9 % 5.2 million may fail".
#pragma once

#include "derive/page/derivation.hpp"

#include <vector>

namespace reckon::derive {

/// For each share "of" something the number behind it that it makes, and for each number that may be lost the
/// availability and the whole that leave it. `is_open`: mentions that nothing yields so far.
void shared(Page& page, const std::vector<bool>& is_open, std::vector<Derivation>& out);

}  // namespace reckon::derive
