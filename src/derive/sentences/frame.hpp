// SPDX-License-Identifier: MIT
// The numbers of one sentence, or of it and the one before, as long as they are so few that each has its
// part: the one that follows, and those that it follows from; and what the words around them say of the way.
#pragma once

#include "arithmetic/turns.hpp"
#include "derive/page/words.hpp"

#include <vector>

namespace reckon::derive {

struct Frame {
  std::vector<MentionId> operands;  ///< as they stand, the target not among them
  MentionId target = nowhere;
  std::uint32_t begin = 0;  ///< tokens
  std::uint32_t end = 0;
  LineId line = 0;
  arithmetic::Turns turns = 0;  ///< of all words
  bool is_introduced = false;   ///< a relation, a colon, a bracket: the target is said to follow
  bool is_tight = false;        ///< one sentence, and only a few words part its numbers
};

/// The frame of a sentence; without a target where there is none.
Frame frame_of(const Page& page, SentenceId id, std::size_t most);
/// The same with the numbers of the sentence before it.
Frame frame_with_before(const Page& page, SentenceId id, std::size_t most);

/// The same kind of thing, of the same period, or one is told with the other: "48 of its 64 GB"; of counts
/// the same things.
bool is_kin(const Page& page, const Naming& naming, MentionId a, MentionId b);
/// "48 of its 64 GB", "48 GB out of 64 GB".
bool is_told_of(const Page& page, MentionId part, MentionId whole);
/// How many times b is a.
double times(const Page& page, MentionId a, MentionId b);

arithmetic::Turns turns_between(const Page& page, LineId line, std::uint32_t begin, std::uint32_t end);

}  // namespace reckon::derive
