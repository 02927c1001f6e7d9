// SPDX-License-Identifier: MIT
#include "derive/sentences/anaphora.hpp"

#include "derive/page/words.hpp"
#include "derive/sentences/clause.hpp"
#include "derive/sentences/saying.hpp"

#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Kind;
using arithmetic::Role;
using arithmetic::Token;

constexpr float refers = 8.0F;
constexpr float changes_to = 9.0F;
constexpr std::uint32_t words_behind_to = 2;
constexpr MentionId farthest_back = 12;
constexpr std::uint32_t words_behind_factor = 8;
/// From how many digits on a product that fits but for its zeros is no accident.
constexpr std::uint8_t digits_of_product = 3;
/// To what "that" refers, beyond the nearest number of its kind.
constexpr float refers_to_nearest = 0.5F;

class Anaphora {
 public:
  Anaphora(Page& page, const std::vector<bool>& is_open, std::vector<Derivation>& out)
      : page_(page), is_open_(is_open), out_(out) {}

  /// `factor`: "ten times that".
  void tell_of(MentionId factor) {
    if (!is_so_many_times(page_, factor)) return;
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

  /// "554,400 files a day. With a mean of 850 KB this is 471 GB a day": what was said before, so many times.
  void tell_of_product(MentionId target) {
    if (target < 2 || !is_open_[target] || !is_told_of_that(target)) return;
    const MentionId factor = target - 1;
    const MentionId whole = target - 2;
    const Mention& mention = page_.mentions[target];
    const SentenceId before = page_.mentions[whole].sentence;
    const bool follows = page_.mentions[factor].sentence == mention.sentence &&
                         page_.mentions[whole].line == mention.line && before + 1 == mention.sentence;
    if (!follows || !may_multiply(whole) || !may_multiply(factor) || !may_multiply(target)) return;
    const auto kind = [this](MentionId id) { return page_.figure(id).unit.dimension.without_counts(); };
    const bool fits = kind(whole) * kind(factor) == kind(target) && !kind(factor).is_dimensionless();
    if (!fits) return;
    const auto first = static_cast<std::uint32_t>(page_.nodes.size());
    page_.nodes.push_back({arithmetic::Operation::figure, false, whole, 0, 0, 0});
    page_.nodes.push_back({arithmetic::Operation::figure, false, factor, 0, 0, 0});
    page_.nodes.push_back({arithmetic::Operation::multiply, false, first, first + 1, 0, 0});
    const Derivation derivation = told_in_full(page_, first, target, refers_to_nearest, refers);
    const bool shows_slip = page_.figure(target).digits >= digits_of_product &&
                            arithmetic::is_off_by_zeros(derivation.comparison.ratio);
    keep(page_, derivation, shows_slip, out_);
  }

  /// "The load doubles to 24,000."
  void tell_of_multiple(std::uint32_t at) {
    const auto& tokens = page_.tokens.tokens;
    const LineId line = line_;
    if (tokens[at + 1].kind != Kind::word || page_.written(line, tokens[at + 1]) != "to") return;
    std::uint32_t next = at + 2;
    while (tokens[next].kind == Kind::word && next - at <= words_behind_to) ++next;
    if (tokens[next].kind != Kind::number) return;
    const MentionId target = Page::mention_of(tokens[next].index);
    if (!is_open_[target] || page_.figure(target).comparator != units::Comparator::equal) return;
    const auto before = told_before(target);
    if (!before) return;
    const auto first = static_cast<std::uint32_t>(page_.nodes.size());
    const arithmetic::Entry* const multiple = arithmetic::find_entry(stem(page_.written(line, tokens[at])));
    if (multiple == nullptr) return;
    using arithmetic::Operation;
    page_.nodes.push_back({Operation::figure, false, *before, 0, 0, 0});
    page_.nodes.push_back({Operation::constant, false, page_.constant(multiple->value, nowhere), 0, 0, 0});
    page_.nodes.push_back({Operation::multiply, false, first, first + 1, 0, 0});
    const Derivation derivation = told_in_full(page_, first, target, refers_to_nearest, changes_to);
    if (derivation.comparison.comparable) out_.push_back(derivation);
  }

  void read(LineId id) {
    line_ = id;
    const Line& line = page_.lines[id];
    if (line.seat != Seat::paragraph && line.seat != Seat::item) return;
    for (std::uint32_t i = line.first_token; i + 2 < line.end_token; ++i) {
      const Token& token = page_.tokens.tokens[i];
      if (token.kind == Kind::word && token.role == Role::multiple) tell_of_multiple(i);
    }
  }

 private:
  /// "This is", "that makes", with nothing between it and the number.
  [[nodiscard]] bool is_told_of_that(MentionId target) const {
    const auto& tokens = page_.tokens.tokens;
    std::uint32_t at = page_.mentions[target].token;
    while (tokens[at - 1].kind == Kind::word && tokens[at - 1].role == Role::about) --at;
    if (at < 2 || tokens[at - 1].kind != Kind::word || tokens[at - 1].role != Role::relation) return false;
    const std::string verb = stem(page_.written(page_.mentions[target].line, tokens[at - 1]));
    const bool names_that = verb.starts_with("th") || verb.starts_with("it");
    return names_that || (tokens[at - 2].kind == Kind::word &&
                          (tokens[at - 2].role == Role::pronoun || tokens[at - 2].role == Role::article));
  }
  [[nodiscard]] bool may_multiply(MentionId id) const {
    const Figure& figure = page_.figure(id);
    return !figure.name && !figure.is_range() && figure.number > 0.0 && !figure.is_percent() &&
           figure.comparator == units::Comparator::equal;
  }

  /// The nearest number before it that tells the same kind of thing.
  [[nodiscard]] std::optional<MentionId> told_before(MentionId target) const {
    const Figure& figure = page_.figure(target);
    const MentionId first = page_.line_of(target).first_mention;
    for (MentionId m = target; m-- > first && target - m <= farthest_back;) {
      const Figure& other = page_.figure(m);
      const bool is_alike = other.unit.dimension == figure.unit.dimension && other.period == figure.period &&
                            other.is_percent() == figure.is_percent() &&
                            other.has_unit() == figure.has_unit();
      if (is_alike)
        return other.name || other.is_range() || other.number <= 0.0 ? std::nullopt : std::optional(m);
    }
    return std::nullopt;
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
      if (is_remark(m, factor)) continue;
      // A bare number tells what it counts by nothing but its place.
      const bool counts = wanted.is_dimensionless();
      if (counts && (m + 1 != factor || page_.mentions[m].sentence + 1 < mention.sentence))
        return std::nullopt;
      return figure.name || figure.is_range() || figure.number <= 0.0 ? std::nullopt : std::optional(m);
    }
    return std::nullopt;
  }

  /// In a bracket that is closed again: nothing refers to it.
  [[nodiscard]] bool is_remark(MentionId id, MentionId factor) const {
    int depth = 0;
    for (std::uint32_t i = page_.mentions[id].token + 1; i < page_.mentions[factor].token; ++i) {
      const Kind kind = page_.tokens.tokens[i].kind;
      if (kind == Kind::open) ++depth;
      if (kind == Kind::close && depth-- == 0) return true;
    }
    return false;
  }

  Page& page_;
  const std::vector<bool>& is_open_;
  std::vector<Derivation>& out_;
  LineId line_ = 0;
};

}  // namespace

void anaphora(Page& page, const std::vector<bool>& is_open, std::vector<Derivation>& out) {
  Anaphora all(page, is_open, out);
  for (MentionId id = 0; id < page.mentions.size(); ++id) {
    all.tell_of(id);
    all.tell_of_product(id);
  }
  for (LineId id = 0; id < page.lines.size(); ++id) all.read(id);
}

}  // namespace reckon::derive
