// SPDX-License-Identifier: MIT
// Generator of what is written out: each step of each chain of a line.
#pragma once

#include "derive/page/derivation.hpp"
#include "derive/page/words.hpp"

#include <vector>

namespace reckon::derive {

/// A chain of one line.
struct WrittenChain {
  LineId line = 0;
  arithmetic::Chain chain;
};

/// The chains of all lines, their sides in the arena; their nodes are appended to the page.
std::vector<WrittenChain> read_written(Page& page, base::Arena& arena);

/// All that is kept of a chain: what its line calculates.
struct Calculation {
  LineId line = 0;
  std::uint32_t begin = 0;  ///< tokens of a calculation that the chain begins with; none where it does not
  std::uint32_t end = 0;
  MentionId result = nowhere;  ///< that it ends with
};
/// In the order of their lines.
std::vector<Calculation> calculations_of(const Page& page, const std::vector<WrittenChain>& chains);

/// One derivation for each step of a chain. Where an operand is missing in front of an operator, or words
/// stand for one, the numbers that can fill the place are tried, the nearest first.
void written(const Page& page, const Naming& naming, const std::vector<WrittenChain>& chains,
             std::vector<Derivation>& out);

}  // namespace reckon::derive
