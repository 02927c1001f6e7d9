// SPDX-License-Identifier: MIT
// What words say about numbers, without saying how: these come to that. Held against all ways in which they
// can.
#pragma once

#include "derive/page/derivation.hpp"
#include "derive/search/ways.hpp"

#include <vector>

namespace reckon::derive {

struct Saying {
  std::vector<Operand> operands;  ///< all of them take part
  MentionId target = nowhere;
  bool is_one = false;        ///< the target is said of one thing: "500 MB each"
  bool is_sure = true;        ///< no other number can belong to it: only then can it be wrong
  float price = 0.0F;         ///< of taking these operands
  float not_meant = 0.0F;     ///< of taking no relation for one
  float not_meant_so = 0.0F;  ///< the same, where all operands are measures
  arithmetic::Link link{};    ///< how the target is joined
};

/// Nodes from `first` on of the page, held against a mention that words join to them.
Derivation spoken_of(const Page& page, std::uint32_t first, MentionId target, const arithmetic::Link& link);

/// The same of words that tell the whole of it: no operand can be left out. `price`: of where its operands
/// stand; `not_meant`: of "it was not meant as a relation".
Derivation told_in_full(const Page& page, std::uint32_t first, MentionId target, float price, float not_meant,
                        arithmetic::Joint joint = arithmetic::Joint::verb);

/// Adds what holds with evidence and, if it may fail, what does not hold; the nodes of anything else, which
/// are the page's last, are taken back.
void keep(Page& page, const Derivation& derivation, bool may_fail, std::vector<Derivation>& out);

/// Appends the likeliest way that holds; else, if it can be wrong, the likely ones that fail. Says whether
/// one holds.
bool tell(Page& page, const Saying& saying, std::vector<Derivation>& out);

}  // namespace reckon::derive
