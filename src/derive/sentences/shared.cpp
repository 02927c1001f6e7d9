// SPDX-License-Identifier: MIT
#include "derive/sentences/shared.hpp"

#include "derive/sentences/saying.hpp"
#include "derive/sentences/themes.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Kind;
using arithmetic::Operation;
using arithmetic::Role;
using arithmetic::Token;

/// How dear it is that a number behind a share is not that share.
constexpr float share_not_meant = 9.0F;
constexpr float loss_not_meant = 9.0F;
/// For the whole: "of them", "of the 4,000 calls" name it, "of the reads" does not.
constexpr float named_whole = 0.5F;
constexpr float whole_near = 2.0F;
constexpr MentionId farthest_whole = 12;
constexpr std::uint32_t words_behind_share = 9;
constexpr std::uint32_t words_to_loss = 3;
constexpr SentenceId sentences_to_loss = 2;
/// From how many digits on a number that is the other part of a whole near by is no accident.
constexpr std::uint8_t digits_of_part = 3;

class Shares {
 public:
  Shares(Page& page, const std::vector<bool>& is_open, std::vector<Derivation>& out)
      : page_(page), is_open_(is_open), out_(out) {}

  /// `share`: "15 % of ...".
  void tell_of(MentionId share) {
    if (!is_share_of(share)) return;
    const MentionId of = whole_behind(share);
    const MentionId target = of == nowhere ? share + 1 : of + 1;
    if (target >= page_.mentions.size() || !is_open_[target] || !leads_to(share, of, target)) return;
    if (of != nowhere) {
      if (is_alike(of, target)) tell_known(share, of, target);
    } else if (refers_back(share)) {
      if (const auto whole = referred(share, target)) tell_known(share, *whole, target);
    } else {
      tell_near(share, target);
    }
  }

  /// "... and 5.2 million may fail": of the number before it what an availability leaves.
  void tell_of_loss(MentionId lost) {
    const Figure& figure = page_.figure(lost);
    if (lost == 0 || !is_open_[lost] || !counts(figure) || !may_be_lost(lost)) return;
    const MentionId whole = lost - 1;
    const bool is_whole = page_.mentions[whole].sentence == page_.mentions[lost].sentence &&
                          is_alike(whole, lost) && page_.figure(whole).number > figure.number;
    const auto share = is_whole ? availability_before(lost) : std::nullopt;
    if (!share) return;
    const auto first = static_cast<std::uint32_t>(page_.nodes.size());
    page_.nodes.push_back({Operation::one, false, 0, 0, 0, 0});
    page_.nodes.push_back({Operation::figure, false, *share, 0, 0, 0});
    page_.nodes.push_back({Operation::subtract, false, first, first + 1, 0, 0});
    page_.nodes.push_back({Operation::figure, false, whole, 0, 0, 0});
    page_.nodes.push_back({Operation::multiply, false, first + 2, first + 3, 0, 0});
    emit(first, lost, whole_near, loss_not_meant, true);
  }

 private:
  [[nodiscard]] const Token& token(std::uint32_t at) const { return page_.tokens.tokens[at]; }
  [[nodiscard]] std::uint32_t at(MentionId id) const { return page_.mentions[id].token; }

  static bool counts(const Figure& figure) {
    return figure.unit.dimension.without_counts().is_dimensionless() && !figure.is_percent() &&
           !figure.name && !figure.is_range() && figure.digits >= 2;
  }

  [[nodiscard]] bool is_share_of(MentionId id) const {
    const Figure& figure = page_.figure(id);
    const bool is_part = (figure.spelled && figure.number > 0.0 && figure.number < 1.0) ||
                         (figure.is_percent() && figure.number > 0.0 && figure.number < 100.0);
    return is_part && !figure.is_range() && token(at(id) + 1).kind == Kind::word &&
           token(at(id) + 1).role == Role::of;
  }
  [[nodiscard]] std::uint32_t behind_of(MentionId share) const {
    std::uint32_t i = at(share) + 2;
    while (token(i).kind == Kind::word && token(i).role == Role::article) ++i;
    return i;
  }
  /// "8 % of the 33,333 reads"
  [[nodiscard]] MentionId whole_behind(MentionId share) const {
    const Token& next = token(behind_of(share));
    return next.kind == Kind::number ? Page::mention_of(next.index) : nowhere;
  }
  [[nodiscard]] bool refers_back(MentionId share) const {
    const Token& next = token(at(share) + 2);
    return next.kind == Kind::word && next.role == Role::pronoun;
  }

  /// The same sentence, a few words, and something that introduces the number, with no word of its own: "the
  /// other 2,720" is another part.
  [[nodiscard]] bool leads_to(MentionId share, MentionId of, MentionId target) const {
    if (page_.mentions[share].sentence != page_.mentions[target].sentence) return false;
    const std::uint32_t begin = (of == nowhere ? at(share) : at(of)) + 1;
    const std::uint32_t end = at(target);
    if (begin >= end || end - begin > words_behind_share) return false;
    std::uint32_t i = end;
    while (i > begin && token(i - 1).kind == Kind::word && token(i - 1).role == Role::about) --i;
    // "... fills 61 % of it and leaves 541 GB": something else is said.
    const auto first = page_.tokens.tokens.begin();
    const bool says_more = std::any_of(first + begin, first + i, [](const Token& between) {
      return between.kind == Kind::word && between.role == Role::conjunction;
    });
    if (i == begin || says_more) return false;
    const Token& last = token(i - 1);
    const std::string_view word = page_.written(page_.mentions[target].line, last);
    const bool is_apposed = last.kind == Kind::comma || last.kind == Kind::colon || last.kind == Kind::open;
    const bool is_said =
        (last.kind == Kind::relation &&
         (last.sign == arithmetic::Sign::equals || last.sign == arithmetic::Sign::arrow)) ||
        (last.kind == Kind::word && ((last.role == Role::relation && !arithmetic::is_happening(word)) ||
                                     last.role == Role::leap || last.role == Role::alternative));
    return is_apposed || is_said;
  }

  [[nodiscard]] bool is_alike(MentionId a, MentionId b) const {
    return page_.figure(a).unit.dimension.without_counts() ==
               page_.figure(b).unit.dimension.without_counts() &&
           may_relate(a, b);
  }
  [[nodiscard]] bool may_relate(MentionId a, MentionId b) const {
    const Figure& x = page_.figure(a);
    const Figure& y = page_.figure(b);
    return !x.is_percent() && !y.is_percent() && !x.name && !y.name && !x.is_range() && !y.is_range() &&
           x.number > 0.0 && y.number > 0.0 && y.comparator == units::Comparator::equal;
  }

  /// The nearest number before that tells the same kind of thing; of bare numbers only the one right before.
  [[nodiscard]] std::optional<MentionId> referred(MentionId share, MentionId target) const {
    const Mention& mention = page_.mentions[share];
    const bool counts = page_.figure(target).unit.dimension.without_counts().is_dimensionless();
    const MentionId first = page_.lines[mention.line].first_mention;
    for (MentionId m = share; m-- > first && share - m <= farthest_whole;) {
      if (page_.figure(m).is_percent() || is_remark(m, share)) continue;
      if (!is_same_but_for_time(m, target)) continue;
      const bool is_next = m + 1 == share && page_.mentions[m].sentence + 1 >= mention.sentence;
      return may_relate(m, target) && (!counts || is_next) ? std::optional(m) : std::nullopt;
    }
    return std::nullopt;
  }
  /// "1.83 GB a month, a tenth of that (183 MB)"
  [[nodiscard]] bool is_same_but_for_time(MentionId m, MentionId target) const {
    const units::Dimension kind = page_.figure(m).unit.dimension.without_counts();
    const units::Dimension wanted = page_.figure(target).unit.dimension.without_counts();
    return kind == wanted || (page_.figure(m).period != arithmetic::Period::none &&
                              kind * units::axis(units::Axis::time) == wanted);
  }
  /// In a bracket that is closed again: nothing refers to it.
  [[nodiscard]] bool is_remark(MentionId id, MentionId share) const {
    int depth = 0;
    for (std::uint32_t i = at(id) + 1; i < at(share); ++i) {
      if (token(i).kind == Kind::open) ++depth;
      if (token(i).kind == Kind::close && depth-- == 0) return true;
    }
    return false;
  }

  void tell_known(MentionId share, MentionId whole, MentionId target) {
    // "Three quarters of the 48 builds are cached, so 12 run": the other part.
    const bool concludes =
        token(at(target) - 1).kind == Kind::word && token(at(target) - 1).role == Role::leap;
    if (concludes && is_other_part(share, whole, target, 1)) return;
    emit(product(share, whole), target, named_whole, share_not_meant, true);
  }

  /// The whole is not told: one of the numbers before of which it is that share, or else the other part.
  void tell_near(MentionId share, MentionId target) {
    const MentionId first = share > farthest_whole ? share - farthest_whole : 0;
    std::optional<MentionId> other;
    for (MentionId m = share; m-- > first;) {
      if (!is_alike(m, target)) continue;
      if (emit(product(share, m), target, whole_near, share_not_meant, false)) return;
      if (!other && is_other_part(share, m, target, digits_of_part)) other = m;
    }
    if (other) emit(product(share, *other), target, whole_near, share_not_meant, true);
  }
  [[nodiscard]] bool is_other_part(MentionId share, MentionId whole, MentionId target,
                                   std::uint8_t digits) const {
    const Figure& stated = page_.figure(target);
    if (stated.digits < digits) return false;
    const Figure& all = page_.figure(whole);
    const double rest = (1.0 - page_.figure(share).value()) * all.value();
    const double step = stated.step / stated.number + all.step / all.number;
    return std::abs(stated.value() / rest - 1.0) <= 0.5 * step;
  }

  std::uint32_t product(MentionId share, MentionId whole) {
    const auto first = static_cast<std::uint32_t>(page_.nodes.size());
    page_.nodes.push_back({Operation::figure, false, share, 0, 0, 0});
    page_.nodes.push_back({Operation::figure, false, whole, 0, 0, 0});
    page_.nodes.push_back({Operation::multiply, false, first, first + 1, 0, 0});
    return first;
  }

  /// "may fail", "are lost"
  [[nodiscard]] bool may_be_lost(MentionId id) const {
    const std::uint32_t end = std::min(at(id) + 1 + words_to_loss, page_.line_of(id).end_token);
    return speaks_of(page_, page_.mentions[id].line, at(id) + 1, end, arithmetic::Theme::lost_thing);
  }
  /// The last one in this sentence or the one before.
  [[nodiscard]] std::optional<MentionId> availability_before(MentionId lost) const {
    constexpr double least = 0.9;
    for (MentionId m = lost; m-- > 0 && lost - m <= farthest_whole;) {
      const Figure& figure = page_.figure(m);
      const bool is_near = page_.mentions[m].line == page_.mentions[lost].line &&
                           page_.mentions[lost].sentence - page_.mentions[m].sentence < sentences_to_loss;
      if (!is_near) return std::nullopt;
      if (figure.is_percent()) {
        const bool is_one = !figure.is_range() && figure.value() >= least && figure.value() < 1.0;
        return is_one ? std::optional(m) : std::nullopt;
      }
    }
    return std::nullopt;
  }

  /// Whether it holds; what does not is kept only where it may fail.
  bool emit(std::uint32_t first, MentionId target, float price, float not_meant, bool may_fail) {
    const Derivation derivation = told_in_full(page_, first, target, price, not_meant);
    keep(page_, derivation, may_fail, out_);
    return derivation.holds() && derivation.evidence() > 0.0F;
  }

  Page& page_;
  const std::vector<bool>& is_open_;
  std::vector<Derivation>& out_;
};

}  // namespace

void shared(Page& page, const std::vector<bool>& is_open, std::vector<Derivation>& out) {
  Shares all(page, is_open, out);
  for (MentionId id = 0; id < page.mentions.size(); ++id) {
    all.tell_of(id);
    all.tell_of_loss(id);
  }
}

}  // namespace reckon::derive
