// SPDX-License-Identifier: MIT
#include "derive/left_out.hpp"

#include <algorithm>

namespace reckon::derive {
namespace {

using arithmetic::Chain;
using arithmetic::Figure;
using arithmetic::Side;

/// "replication factor 3: 38.9 × 3": said before it is used.
bool is_operand(const Page& page, const Chain& chain, const Figure& figure) {
  return std::any_of(chain.sides.begin(), chain.sides.end(), [&](const Side& side) {
    for (std::uint32_t n = side.first_node; n <= side.root; ++n) {
      const arithmetic::Node& node = page.nodes[n];
      if (node.operation == arithmetic::Operation::figure && page.figure(node.a).number == figure.number)
        return true;
    }
    return false;
  });
}

const Sentence& sentence_of(const Page& page, std::uint32_t token) {
  const auto next = std::upper_bound(page.sentences.begin(), page.sentences.end(), token,
                                     [](std::uint32_t at, const Sentence& s) { return at < s.first_token; });
  return *(next - 1);
}

}  // namespace

std::size_t numbers_left_out(const Page& page, const Chain& chain, const std::vector<bool>& related) {
  constexpr MentionId farthest = 40;
  const std::uint32_t begin = chain.sides.front().begin;
  const std::uint32_t end = chain.sides.back().end;
  const Sentence& sentence = sentence_of(page, begin);
  const MentionId last = std::min(sentence.end_mention, sentence.first_mention + farthest + 1);
  std::size_t count = 0;
  for (MentionId m = sentence.first_mention; m < last; ++m) {
    const std::uint32_t token = page.mentions[m].token;
    const bool is_inside = token >= begin && token < end;
    if (!is_inside && !related[m] && !page.figure(m).name && !is_operand(page, chain, page.figure(m)))
      ++count;
  }
  return count;
}

}  // namespace reckon::derive
