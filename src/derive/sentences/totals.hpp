// SPDX-License-Identifier: MIT
// Generator of sums that text says: "together 290,000", "Sum 122", "in all 14 s", a total below the items of
// a list.
#pragma once

#include "derive/page/derivation.hpp"
#include "derive/page/words.hpp"

#include <vector>

namespace reckon::derive {

/// "together", "sum", "in all" in the same clause, in front of a mention or right behind it.
bool says_total(const Page& page, MentionId id);

/// `is_result`: mentions that a calculation yields. For each mention that a word or a ruled line says to be a
/// total, the run of numbers before it that sums up to it; and where none does, the plainest run as a
/// derivation that fails.
void totals(Page& page, const Naming& naming, const std::vector<bool>& is_result,
            std::vector<Derivation>& out);

}  // namespace reckon::derive
