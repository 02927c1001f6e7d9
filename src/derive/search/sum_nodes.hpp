// SPDX-License-Identifier: MIT
// Sums as nodes of a page.
#pragma once

#include "derive/page/page.hpp"

#include <vector>

namespace reckon::derive {

/// Appends the sum of mentions and returns its root. One of many terms is told as its value, in the unit of
/// the first: nobody reads a hundred terms, and no walk through them goes deep.
std::uint32_t add_sum(Page& page, const std::vector<MentionId>& terms);

/// The same of each term times its weight, of which there are as many, `nowhere` for one; of the first terms
/// where there are very many. Returns the root.
std::uint32_t add_weighted_sum(Page& page, const std::vector<MentionId>& weights,
                               const std::vector<MentionId>& terms);

}  // namespace reckon::derive
