// SPDX-License-Identifier: MIT
#include "derive/side_words.hpp"

#include <algorithm>

namespace reckon::derive {

using arithmetic::Figure;
using arithmetic::Kind;
using arithmetic::Node;
using arithmetic::Operation;
using arithmetic::Side;

bool measures_something(const units::Dimension& kind) {
  return kind.of(units::Axis::data) != 0 || kind.of(units::Axis::money) != 0 ||
         kind.of(units::Axis::time) > 0 || kind.of(units::Axis::length) != 0;
}

bool SideWords::has_noun(std::uint32_t behind) const {
  const arithmetic::Token& token = page_.tokens.tokens[behind];
  return token.kind == Kind::word && token.role == arithmetic::Role::content;
}

std::string SideWords::noun(const Side& side) const {
  const Node& node = page_.nodes[side.first_node];  // the figure, also where it is negated
  const std::string_view unit = page_.unit_text(node.a);
  std::string_view word = unit;
  if (unit.empty() && has_noun(node.end)) word = page_.written(line_, page_.tokens.tokens[node.end]);
  std::string out;
  for (const char c : word) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter) break;
    out += static_cast<char>(c | 0x20);
  }
  if (out.size() > 3 && out.back() == 's') out.pop_back();
  return out;
}

bool SideWords::per_one(const Side& side) const {
  return page_.figure(page_.nodes[side.first_node].a).has_noun_denominator;
}

bool SideWords::may_tell_one(const Side& left, const Side& right) const {
  const units::Dimension kind = page_.figure(page_.nodes[left.first_node].a).unit.dimension;
  const bool measures = measures_something(kind);
  const std::string a = noun(left);
  const std::string b = noun(right);
  const bool same_noun = measures || a.empty() || b.empty() || a == b || a == "per" || b == "per";
  return same_noun && per_one(left) == per_one(right);
}

bool SideWords::tells_rate_again(const Side& left, const Side& right) const {
  if (!left.is_figure() || !right.is_figure()) return false;
  const Figure& a = page_.figure(page_.nodes[left.root].a);
  const Figure& b = page_.figure(page_.nodes[right.root].a);
  const std::string what = noun(left);
  return a.period != arithmetic::Period::none && b.period != arithmetic::Period::none &&
         a.period != b.period && !what.empty() && what != "per" && what == noun(right);
}

std::string_view SideWords::unknown_unit(const Side& side) const {
  constexpr std::uint32_t longest = 5;
  for (std::uint32_t n = side.first_node; n <= side.root; ++n) {
    const Node& node = page_.nodes[n];
    if (node.operation != Operation::figure || page_.tokens.figures[node.a].has_unit() || !has_noun(node.end))
      continue;
    const std::string_view word = page_.written(line_, page_.tokens.tokens[node.end]);
    const bool has_capital =
        std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (has_capital && word.size() <= longest) return word;
  }
  return {};
}

bool SideWords::says_again(const Side& side, MentionId target) const {
  if (target == nowhere) return false;
  const units::Dimension kind = page_.figure(target).unit.dimension.without_counts();
  constexpr MentionId reach = 12;
  for (std::uint32_t n = side.first_node; n <= side.root; ++n) {
    const Node& node = page_.nodes[n];
    if (node.operation != Operation::figure || page_.figure(node.a).digits < 2) continue;
    for (MentionId m = node.a; m-- > 0 && node.a - m <= reach;) {
      const Figure& before = page_.figure(m);
      const units::Dimension said = before.unit.dimension.without_counts();
      const bool same_kind = said == kind || said * units::axis(units::Axis::time) == kind;
      const double period =
          before.period == arithmetic::Period::none ? 1.0 : arithmetic::seconds(before.period);
      const bool same_prefix = before.unit.factor * period == page_.figure(target).unit.factor;
      if (before.number == page_.figure(node.a).number && before.has_unit() && same_kind && same_prefix)
        return true;
    }
  }
  return false;
}

}  // namespace reckon::derive
