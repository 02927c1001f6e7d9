// SPDX-License-Identifier: MIT
#include "derive/sentences/rounded.hpp"

#include "derive/sentences/saying.hpp"

#include <cmath>
#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Kind;
using arithmetic::Operation;
using arithmetic::Role;
using arithmetic::Rounding;
using arithmetic::Token;

/// How dear it is that what is said to be rounded is not, and that what is needed is not what follows from
/// it.
constexpr float rounding_not_meant = 12.0F;
constexpr float need_not_meant = 10.0F;
constexpr std::uint32_t words_to_bracket = 8;
/// From here on the next whole number is above, however one rounds.
constexpr double half_way = 0.5;

class Roundings {
 public:
  Roundings(Page& page, std::vector<Derivation>& out)
      : page_(page), is_quotient_(page.mentions.size(), false), out_(out) {
    for (const Derivation& derivation : out) {
      const bool divides = derivation.target != nowhere && derivation.holds() &&
                           page.nodes[derivation.root].operation == Operation::divide;
      if (divides) is_quotient_[derivation.target] = true;
    }
  }

  void tell_of(MentionId broken) {
    const Figure& figure = page_.figure(broken);
    if (figure.whole || figure.name || figure.is_range() || figure.has_unit()) return;
    if (const auto rounding = bracket_says(broken))
      if (const auto target = before_bracket(broken))
        return tell(broken, *target, *rounding, rounding_not_meant);
    if (const auto target = before_bracket(broken))
      if (fills_bracket(broken) && is_carried(broken, *target))
        return tell(broken, *target, Rounding::up, need_not_meant);
    const MentionId next = broken + 1;
    if (next < page_.mentions.size() && is_needed(broken, next))
      tell(broken, next, Rounding::up, need_not_meant);
  }

 private:
  [[nodiscard]] const Token& token(std::uint32_t at) const { return page_.tokens.tokens[at]; }
  [[nodiscard]] bool is_whole(MentionId id) const {
    const Figure& figure = page_.figure(id);
    return figure.whole && !figure.scaled && !figure.name && !figure.is_range() &&
           figure.comparator == units::Comparator::equal &&
           figure.unit.dimension.without_counts().is_dimensionless() && !figure.is_percent();
  }

  /// Nothing but the number and words of which one rounds, in brackets.
  [[nodiscard]] std::optional<Rounding> bracket_says(MentionId broken) const {
    const std::uint32_t at = page_.mentions[broken].token;
    const Line& line = page_.line_of(broken);
    std::uint32_t open = at;
    while (open > line.first_token && token(open - 1).kind == Kind::word) --open;
    std::uint32_t close = at + 1;
    while (token(close).kind == Kind::word) ++close;
    const bool is_bracket =
        open > line.first_token && token(open - 1).kind == Kind::open && token(close).kind == Kind::close;
    if (!is_bracket) return std::nullopt;
    for (std::uint32_t i = open; i < close; ++i) {
      if (token(i).kind == Kind::word && arithmetic::rounds(token(i).role))
        return arithmetic::rounding_of(token(i).role);
    }
    return std::nullopt;
  }

  /// "58 nodes (57.6)"
  [[nodiscard]] bool fills_bracket(MentionId broken) const {
    const std::uint32_t at = page_.mentions[broken].token;
    return token(at - 1).kind == Kind::open && token(at + 1).kind == Kind::close;
  }

  /// A whole number, and nothing but words up to the bracket.
  [[nodiscard]] std::optional<MentionId> before_bracket(MentionId broken) const {
    if (broken == 0 || page_.mentions[broken - 1].sentence != page_.mentions[broken].sentence)
      return std::nullopt;
    const MentionId target = broken - 1;
    std::uint32_t at = page_.mentions[target].token + 1;
    const std::uint32_t first = at;
    while (token(at).kind == Kind::word && at - first < words_to_bracket) ++at;
    return token(at).kind == Kind::open && is_whole(target) ? std::optional(target) : std::nullopt;
  }

  /// "77.8, so 77 brokers"
  [[nodiscard]] bool is_needed(MentionId broken, MentionId target) const {
    if (!is_carried(broken, target)) return false;
    bool concludes = false;
    for (std::uint32_t i = page_.mentions[broken].token + 1; i < page_.mentions[target].token; ++i) {
      const Token& here = token(i);
      const bool leaps = (here.kind == Kind::relation && here.sign == arithmetic::Sign::arrow) ||
                         (here.kind == Kind::word && here.role == Role::leap);
      const bool is_vague = here.role == Role::content || here.role == Role::about;
      if (!leaps && here.kind != Kind::comma && (here.kind != Kind::word || is_vague)) return false;
      concludes = concludes || leaps;
    }
    return concludes;
  }

  /// Machines and parts carry a load, and no fewer carry it. What is next above or next below: any other
  /// number was chosen.
  [[nodiscard]] bool is_carried(MentionId broken, MentionId target) const {
    const Figure& figure = page_.figure(target);
    const bool carries = figure.unit.dimension == units::axis(units::Axis::node) ||
                         figure.unit.dimension == units::axis(units::Axis::partition);
    if (!(carries || (is_quotient_[broken] && is_bare(target))) || !is_whole(target) || figure.approximate)
      return false;
    const double value = page_.figure(broken).number;
    const bool is_next = figure.number == std::ceil(value) || figure.number == std::floor(value);
    return is_next && value - std::floor(value) >= half_way;
  }

  /// "1,047 / 90 = 11.6 → 11": who tells what fits says of what, "76 rows fit".
  [[nodiscard]] bool is_bare(MentionId target) const {
    const Kind next = token(page_.mentions[target].token + 1).kind;
    return !page_.figure(target).has_unit() && (next == Kind::stop || next == Kind::comma);
  }

  void tell(MentionId broken, MentionId target, Rounding rounding, float not_meant) {
    const auto first = static_cast<std::uint32_t>(page_.nodes.size());
    page_.nodes.push_back({Operation::figure, false, broken, 0, 0, 0});
    const bool is_up = rounding == Rounding::up;
    page_.nodes.push_back({is_up ? Operation::ceil : Operation::floor, false, first, 0, 0, 0});
    arithmetic::Link link;
    link.joint = arithmetic::Joint::equals;
    link.rounding = rounding;
    Derivation derivation = spoken_of(page_, first, target, link);
    derivation.not_meant = not_meant;
    derivation.is_cued = true;
    derivation.says_all = true;
    if (derivation.comparison.comparable) out_.push_back(derivation);
  }

  Page& page_;
  std::vector<bool> is_quotient_;  ///< a division is written out that yields it
  std::vector<Derivation>& out_;
};

}  // namespace

void rounded(Page& page, std::vector<Derivation>& out) {
  Roundings all(page, out);
  for (MentionId id = 0; id < page.mentions.size(); ++id) all.tell_of(id);
}

}  // namespace reckon::derive
