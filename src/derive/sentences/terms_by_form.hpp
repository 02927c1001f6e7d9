// SPDX-License-Identifier: MIT
// What a total sums where the form of a text shows it: the column above it, one number of its kind in each
// line above, the list in the sentence before.
#pragma once

#include "derive/page/words.hpp"

#include <vector>

namespace reckon::derive {

/// "Sum 540": nothing but words that sum up stand in front of the number in its sentence, and nothing is
/// counted.
bool sums_up_alone(const Page& page, MentionId id);

/// "total", "adds up to"
bool sums_up(const Page& page, LineId line, const arithmetic::Token& token);
/// Nothing but a number, below a line of signs: what is added stands above.
bool is_ruled_off(const Page& page, MentionId id);
/// Of one dimension, and both percentages or neither.
bool tells_alike(const Page& page, MentionId a, MentionId b);

/// The terms of each form that fits, three at least.
std::vector<std::vector<MentionId>> terms_by_form(const Page& page, const Naming& naming, MentionId total);
/// Whether it can only be their sum: all are told plainly, and it is above each of them. What repeats a term
/// is the longest of those that run side by side, or the last of those that run on.
bool may_add_up(const Page& page, const std::vector<MentionId>& terms, MentionId total);

}  // namespace reckon::derive
