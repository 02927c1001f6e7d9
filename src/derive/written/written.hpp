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

/// The chains of all lines; their nodes are appended to the page.
std::vector<WrittenChain> read_written(Page& page);

/// One derivation for each step of a chain. Where an operand is missing in front of an operator, or words
/// stand for one, the numbers that can fill the place are tried, the nearest first.
void written(const Page& page, const Naming& naming, const std::vector<WrittenChain>& chains,
             std::vector<Derivation>& out);

}  // namespace reckon::derive
