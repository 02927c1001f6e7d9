// SPDX-License-Identifier: MIT
#include "derive/written/left_out.hpp"

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

struct Stretch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// The tokens of the bracket around a chain; the whole sentence where there is none.
Stretch bracket_around(const Page& page, const Sentence& sentence, const Stretch& chain) {
  constexpr std::uint32_t reach = 40;
  const auto kind = [&](std::uint32_t at) { return page.tokens.tokens[at].kind; };
  int depth = 0;
  for (std::uint32_t i = chain.begin; i > sentence.first_token && chain.begin - i < reach; --i) {
    if (kind(i - 1) == arithmetic::Kind::close) ++depth;
    if (kind(i - 1) == arithmetic::Kind::open && depth-- == 0) {
      std::uint32_t close = chain.end;
      while (close < sentence.end_token && kind(close) != arithmetic::Kind::close) ++close;
      return {i, close};
    }
  }
  return {sentence.first_token, sentence.end_token};
}

}  // namespace

std::size_t numbers_left_out(const Page& page, const Chain& chain, const std::vector<bool>& related,
                             Around around) {
  constexpr MentionId most_beside_chain = 40;
  const std::uint32_t begin = chain.sides.front().begin;
  const std::uint32_t end = chain.sides.back().end;
  const Sentence sentence = page.sentences[page.sentences.at(begin)];
  const MentionId last = std::min(sentence.end_mention, sentence.first_mention + most_beside_chain + 1);
  const Stretch whole = around == Around::bracket ? bracket_around(page, sentence, {begin, end})
                                                  : Stretch{sentence.first_token, sentence.end_token};
  std::size_t count = 0;
  for (MentionId m = sentence.first_mention; m < last; ++m) {
    const std::uint32_t token = page.mentions[m].token;
    if (token < whole.begin || token >= whole.end) continue;
    const bool is_inside = token >= begin && token < end;
    if (!is_inside && !related[m] && !page.figure(m).name && !is_operand(page, chain, page.figure(m)))
      ++count;
  }
  return count;
}

}  // namespace reckon::derive
