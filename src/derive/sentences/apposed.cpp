// SPDX-License-Identifier: MIT
#include "derive/sentences/apposed.hpp"

#include "derive/sentences/saying.hpp"

#include <algorithm>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Kind;
using arithmetic::Operation;
using arithmetic::Period;
using arithmetic::Role;
using arithmetic::Token;

/// How dear it is that two figures of one kind side by side are two quantities, and the price of taking them
/// for one.
constexpr float apposition_not_meant = 8.0F;
constexpr float price_of_apposition = 1.0F;
/// A verb says that they are one.
constexpr float said_again_not_meant = 10.0F;
/// Nor is the same number said again in another unit.
constexpr float same_digits_not_meant = 11.0F;
/// Behind "and" it may be another quantity.
constexpr float and_not_meant = 6.0F;
/// Fewer digits meet by accident.
constexpr std::uint8_t digits_of_each = 2;
constexpr std::uint8_t digits_of_both = 5;
/// In sentences; one may hold nothing but a stop.
constexpr SentenceId farthest_told_again = 2;

class Appositions {
 public:
  Appositions(Page& page, const Naming& naming, const std::vector<bool>& is_open,
              std::vector<Derivation>& out)
      : page_(page), naming_(naming), is_open_(is_open), out_(out) {}

  void tell_of(MentionId first) {
    const MentionId second = first + 1;
    const bool is_pair =
        is_near(first, second) && is_told_once(first) && is_told_once(second) && is_open_[second];
    if (is_pair && is_beside(first, second) && is_converted(first, second)) tell(first, second);
  }

 private:
  [[nodiscard]] bool is_told_once(MentionId id) const {
    const Figure& figure = page_.figure(id);
    return !figure.name && !figure.is_range() && figure.number > 0.0 &&
           figure.comparator == units::Comparator::equal && page_.line_of(id).table == 0;
  }

  /// In one sentence, or where the next one begins with "That's"; there it may stand in the next item.
  [[nodiscard]] bool is_near(MentionId first, MentionId second) const {
    const Mention& a = page_.mentions[first];
    const Mention& b = page_.mentions[second];
    if (a.sentence == b.sentence) return true;
    const std::uint32_t begin = page_.sentences[b.sentence].first_token;
    const Token& word = page_.tokens.tokens[begin];
    const bool is_anaphoric =
        word.kind == Kind::word && (word.role == Role::pronoun || word.role == Role::relation);
    // "Each of them writes 1 GB a day. That's 1 TB."
    const Sentence& told = page_.sentences[a.sentence];
    const auto first_token = page_.tokens.tokens.begin();
    const bool is_of_one =
        std::any_of(first_token + told.first_token, first_token + told.end_token,
                    [](const Token& token) { return token.role == Role::each || token.role == Role::per; });
    if (is_of_one || page_.figure(first).has_noun_denominator) return false;
    const bool is_next_item = a.line + 1 == b.line && page_.lines[b.line].seat == Seat::item &&
                              page_.lines[a.line].seat == Seat::item;
    return is_anaphoric && b.sentence - a.sentence <= farthest_told_again &&
           (a.line == b.line || is_next_item);
  }

  /// Nothing but a comma, a bracket, or words that say it again.
  [[nodiscard]] bool is_beside(MentionId first, MentionId second) const {
    const std::uint32_t end = page_.mentions[second].token;
    const bool is_same = page_.mentions[first].sentence == page_.mentions[second].sentence;
    const std::uint32_t begin = is_same ? page_.mentions[first].token + 1
                                        : page_.sentences[page_.mentions[second].sentence].first_token;
    const std::uint32_t from = behind_remark(begin, end);
    const auto tokens = page_.tokens.tokens.begin();
    return begin < end && std::all_of(tokens + from, tokens + end, [&](const Token& token) {
             const bool is_sign = token.kind == Kind::comma || token.kind == Kind::open || says_again(token);
             return is_sign ||
                    (token.kind == Kind::word &&
                     (token.role == Role::about || token.role == Role::pronoun || is_and(first, token)));
           });
  }

  static bool says_again(const Token& token) {
    return (token.kind == Kind::relation && token.sign == arithmetic::Sign::equals) ||
           (token.kind == Kind::word && (token.role == Role::alternative || token.role == Role::relation));
  }
  [[nodiscard]] bool is_said_again(MentionId first, MentionId second) const {
    const auto tokens = page_.tokens.tokens.begin();
    return std::any_of(tokens + page_.mentions[first].token + 1, tokens + page_.mentions[second].token,
                       says_again);
  }
  /// "$920 a month is ...", where "or" may also tell another offer.
  [[nodiscard]] bool is_equated(MentionId first, MentionId second) const {
    const auto tokens = page_.tokens.tokens.begin();
    return std::any_of(
        tokens + page_.mentions[first].token + 1, tokens + page_.mentions[second].token,
        [](const Token& token) { return says_again(token) && token.role != Role::alternative; });
  }
  /// "6 GB/s at peak, which is ...": words up to a comma behind which it is said again.
  [[nodiscard]] std::uint32_t behind_remark(std::uint32_t begin, std::uint32_t end) const {
    constexpr std::uint32_t longest = 4;
    const auto tokens = page_.tokens.tokens.begin();
    const auto comma = std::find_if(tokens + begin, tokens + end,
                                    [](const Token& token) { return token.kind != Kind::word; });
    const auto at = static_cast<std::uint32_t>(comma - tokens);
    const bool is_remark = at < end && at - begin <= longest && comma->kind == Kind::comma &&
                           std::any_of(comma, tokens + end, says_again);
    return is_remark ? at : begin;
  }

  [[nodiscard]] bool is_and(MentionId first, const Token& token) const {
    return token.role == Role::conjunction && page_.written(page_.mentions[first].line, token) == "and";
  }
  [[nodiscard]] bool is_joined_by_and(MentionId first, MentionId second) const {
    const auto tokens = page_.tokens.tokens.begin();
    return std::any_of(tokens + page_.mentions[first].token + 1, tokens + page_.mentions[second].token,
                       [&](const Token& token) { return is_and(first, token); });
  }

  /// Rates of the same things in other periods, or data in bits and in bytes.
  [[nodiscard]] bool is_converted(MentionId first, MentionId second) const {
    const Figure& a = page_.figure(first);
    const Figure& b = page_.figure(second);
    if (a.unit.dimension.without_counts() != b.unit.dimension.without_counts()) return false;
    if (a.period == Period::none || b.period == Period::none) return false;
    const bool counts =
        a.unit.dimension.of(units::Axis::data) == 0 && a.currency == arithmetic::Currency::none;
    if (a.period == b.period) return !counts && a.unit.factor != b.unit.factor;
    const Words things = naming_.nouns[second];
    const std::string_view unit = page_.unit_text(second);
    const bool names_nothing = things.empty() || unit.starts_with("per ") || unit.starts_with("a ");
    return !counts || names_nothing || share_word(naming_.nouns[first], things);
  }

  void tell(MentionId first, MentionId second) {
    const auto node = static_cast<std::uint32_t>(page_.nodes.size());
    page_.nodes.push_back({Operation::figure, false, first, 0, 0, 0});
    arithmetic::Link link;
    link.joint = arithmetic::Joint::alternative;
    link.approximate = page_.figure(second).approximate;
    Derivation derivation = spoken_of(page_, node, second, link);
    derivation.price = price_of_apposition;
    const bool is_same =
        page_.figure(first).number == page_.figure(second).number && is_said_again(first, second);
    derivation.not_meant = is_same                           ? same_digits_not_meant
                           : is_joined_by_and(first, second) ? and_not_meant
                           : is_equated(first, second)       ? said_again_not_meant
                                                             : apposition_not_meant;
    derivation.is_cued = true;
    derivation.says_all = true;
    const std::uint8_t a = page_.figure(first).digits;
    const std::uint8_t b = page_.figure(second).digits;
    const bool shows_slip = is_said_again(first, second) && b >= digits_of_each &&
                            arithmetic::is_off_by_zeros(derivation.comparison.ratio);
    const bool may_fail =
        is_same || shows_slip || (a >= digits_of_each && b >= digits_of_each && a + b >= digits_of_both);
    if (derivation.holds() || (derivation.comparison.comparable && may_fail)) out_.push_back(derivation);
  }

  Page& page_;
  const Naming& naming_;
  const std::vector<bool>& is_open_;
  std::vector<Derivation>& out_;
};

}  // namespace

void apposed(Page& page, const Naming& naming, const std::vector<bool>& is_open,
             std::vector<Derivation>& out) {
  Appositions all(page, naming, is_open, out);
  for (MentionId id = 0; id + 1 < page.mentions.size(); ++id) all.tell_of(id);
}

}  // namespace reckon::derive
