// SPDX-License-Identifier: MIT
// What the measures of a sentence come to, in whatever order they stand, where their units leave hardly
// another way: "4.3 GB over a day, at 3 MB a minute", "2M devices that poll every 4 s send 500,000 pings/s".
// What is said of one thing meets how many of it there are, also in the sentence before: "One pod sustains
// 450 requests/s. The peak of 9,000 requests/s takes 20 pods."
#pragma once

#include "derive/page/derivation.hpp"
#include "derive/page/words.hpp"

#include <vector>

namespace reckon::derive {

/// Looks at numbers that words do not yield so far.
void balanced(Page& page, const Naming& naming, const std::vector<bool>& is_open,
              std::vector<Derivation>& out);

}  // namespace reckon::derive
