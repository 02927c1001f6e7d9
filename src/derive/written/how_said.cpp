// SPDX-License-Identifier: MIT
#include "derive/written/how_said.hpp"

#include <algorithm>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Node;
using arithmetic::Operation;

bool is_small_whole(const Figure& figure) {
  constexpr double small = 1000.0;
  return figure.whole && !figure.scaled && figure.number < small;
}

bool has_kind(const Figure& figure) {
  return !figure.unit.dimension.without_counts().is_dimensionless();
}

/// "64B"
bool may_count(const Page& page, const Figure& figure) {
  const auto first = page.tokens.readings.begin() + figure.first_reading;
  return std::any_of(first, first + figure.reading_count, [](const arithmetic::Reading& reading) {
    return reading.why == arithmetic::Supposition::letter_as_scale;
  });
}

/// What holds of all operands, or of one of them.
struct Operands {
  bool all_small = true;
  bool all_named = true;
  bool any_unit = false;
  bool any_but_letters = false;  ///< a letter that may be a magnitude is no unit
};

}  // namespace

arithmetic::Said how_said(const Page& page, const SideWords& words, const arithmetic::Side& left,
                          MentionId filler, const Figure& stated, const arithmetic::Link& link) {
  using arithmetic::Joint;
  arithmetic::Said out;
  Operands all;
  out.link = link;
  out.rounds = link.rounding != arithmetic::Rounding::unsaid;
  for (std::uint32_t n = left.first_node; n <= left.root; ++n) {
    const Node& node = page.nodes[n];
    out.rounds = out.rounds || node.operation == Operation::ceil || node.operation == Operation::floor;
    if (node.operation != Operation::figure) continue;
    const Figure& figure = page.figure(node.a);
    const bool has_noun = words.has_noun(node.end);
    all.any_unit = all.any_unit || has_noun || has_kind(figure);
    all.any_but_letters = all.any_but_letters || has_noun || (has_kind(figure) && !may_count(page, figure));
    all.all_named = all.all_named && (figure.has_unit() || has_noun);
    all.all_small = all.all_small && is_small_whole(figure) && !figure.approximate;
    out.has_share = out.has_share || figure.is_percent();
    if (has_kind(figure)) out.factors.push_back(figure.unit.factor);
  }
  if (filler != nowhere) {
    const Figure& figure = page.figure(filler);
    all.any_unit = all.any_but_letters = all.any_unit || has_kind(figure);
    all.all_small = all.all_small && is_small_whole(figure);
    if (has_kind(figure)) out.factors.push_back(figure.unit.factor);
  }
  out.bare = !all.any_unit && !all.all_named;
  out.bare_but_letters = !all.any_but_letters;
  out.calculates = left.operators > 0;
  out.lent = words.lent_period(left);
  const bool plain = link.joint == Joint::equals && !link.approximate && !stated.approximate;
  out.exact = plain && is_small_whole(stated) && all.all_small && left.operators > 0;
  return out;
}

}  // namespace reckon::derive
