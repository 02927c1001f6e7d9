// SPDX-License-Identifier: MIT
#include "derive/anaphora.hpp"

#include "derive/clause.hpp"
#include "derive/saying.hpp"

#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Kind;
using arithmetic::Role;
using arithmetic::Token;

constexpr float refers = 8.0F;
constexpr MentionId farthest_back = 12;
constexpr std::uint32_t words_behind_factor = 8;
/// To what "that" refers, beyond the nearest number of its kind.
constexpr float refers_to_nearest = 0.5F;

class Anaphora {
 public:
  Anaphora(Page& page, const std::vector<bool>& is_open, std::vector<Derivation>& out)
      : page_(page), is_open_(is_open), out_(out) {}

  /// `factor`: "ten times that", "a third of them".
  void tell_of(MentionId factor) {
    const bool scales = is_so_many_times(page_, factor);
    if (!scales && !is_part_of_that(factor)) return;
    const MentionId target = factor + 1;
    if (target >= page_.mentions.size() || !is_open_[target] || !leads_to(factor, target)) return;
    const auto whole = referred(factor, target);
    if (!whole) return;
    Saying saying;
    saying.target = target;
    saying.not_meant = refers;
    saying.price = refers_to_nearest;
    saying.link.joint = arithmetic::Joint::verb;
    saying.link.approximate = page_.figure(target).approximate;
    saying.operands = {Operand{.mention = *whole, .is_whole = true},
                       Operand{.mention = factor, .is_multiple = true}};
    saying.is_sure = page_.figure(target).comparator == units::Comparator::equal;
    tell(page_, saying, out_);
  }

 private:
  [[nodiscard]] const Token& behind(MentionId id, std::uint32_t steps) const {
    return page_.tokens.tokens[page_.mentions[id].token + steps];
  }

  /// "half of it", "a third of them".
  [[nodiscard]] bool is_part_of_that(MentionId id) const {
    const Figure& figure = page_.figure(id);
    const bool is_share = (figure.spelled && figure.number < 1.0) || figure.is_percent();
    return is_share && behind(id, 1).kind == Kind::word && behind(id, 1).role == Role::of &&
           behind(id, 2).kind == Kind::word && behind(id, 2).role == Role::pronoun;
  }

  /// The same sentence, a few words, and something that introduces the number.
  [[nodiscard]] bool leads_to(MentionId factor, MentionId target) const {
    if (page_.mentions[factor].sentence != page_.mentions[target].sentence) return false;
    const std::uint32_t begin = page_.mentions[factor].token + 1;
    const std::uint32_t end = page_.mentions[target].token;
    if (end - begin > words_behind_factor) return false;
    const Token& last = page_.tokens.tokens[end - 1];
    const bool is_apposed = last.kind == Kind::comma || last.kind == Kind::colon || last.kind == Kind::open;
    const bool is_said =
        last.kind == Kind::relation ||
        (last.kind == Kind::word &&
         (last.role == Role::relation || last.role == Role::leap || last.role == Role::alternative));
    return is_apposed || is_said;
  }

  /// The nearest number before it that tells the same kind of thing.
  [[nodiscard]] std::optional<MentionId> referred(MentionId factor, MentionId target) const {
    const Mention& mention = page_.mentions[factor];
    const units::Dimension wanted = page_.figure(target).unit.dimension.without_counts();
    const MentionId first = page_.lines[mention.line].first_mention;
    for (MentionId m = factor; m-- > first && factor - m <= farthest_back;) {
      const Figure& figure = page_.figure(m);
      if (figure.unit.dimension.without_counts() != wanted || figure.is_percent()) continue;
      // A bare number tells what it counts by nothing but its place.
      const bool counts = wanted.is_dimensionless();
      if (counts && (m + 1 != factor || page_.mentions[m].sentence + 1 < mention.sentence))
        return std::nullopt;
      return figure.name || figure.is_range() || figure.number <= 0.0 ? std::nullopt : std::optional(m);
    }
    return std::nullopt;
  }

  Page& page_;
  const std::vector<bool>& is_open_;
  std::vector<Derivation>& out_;
};

}  // namespace

void anaphora(Page& page, const std::vector<bool>& is_open, std::vector<Derivation>& out) {
  Anaphora all(page, is_open, out);
  for (MentionId id = 0; id < page.mentions.size(); ++id) all.tell_of(id);
}

}  // namespace reckon::derive
