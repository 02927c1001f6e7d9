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
/// Behind "and" it may be another quantity.
constexpr float and_not_meant = 6.0F;
/// Fewer digits meet by accident.
constexpr std::uint8_t digits_of_each = 2;
constexpr std::uint8_t digits_of_both = 5;

class Appositions {
 public:
  Appositions(Page& page, const Naming& naming, const std::vector<bool>& is_open,
              std::vector<Derivation>& out)
      : page_(page), naming_(naming), is_open_(is_open), out_(out) {}

  void tell_of(MentionId first) {
    const MentionId second = first + 1;
    const bool is_pair = page_.mentions[first].sentence == page_.mentions[second].sentence &&
                         is_told_once(first) && is_told_once(second) && is_open_[second];
    if (is_pair && is_beside(first, second) && is_converted(first, second)) tell(first, second);
  }

 private:
  [[nodiscard]] bool is_told_once(MentionId id) const {
    const Figure& figure = page_.figure(id);
    return !figure.name && !figure.is_range() && figure.number > 0.0 &&
           figure.comparator == units::Comparator::equal && page_.line_of(id).table == 0;
  }

  /// Nothing but a comma, a bracket, or words that say it again.
  [[nodiscard]] bool is_beside(MentionId first, MentionId second) const {
    const std::uint32_t begin = page_.mentions[first].token + 1;
    const std::uint32_t end = page_.mentions[second].token;
    if (begin == end) return false;
    for (std::uint32_t i = begin; i < end; ++i) {
      const Token& token = page_.tokens.tokens[i];
      const bool is_sign = token.kind == Kind::comma || token.kind == Kind::open ||
                           (token.kind == Kind::relation && token.sign == arithmetic::Sign::equals);
      const bool is_word = token.kind == Kind::word &&
                           (token.role == Role::alternative || token.role == Role::relation ||
                            token.role == Role::about || token.role == Role::pronoun || is_and(first, token));
      if (!is_sign && !is_word) return false;
    }
    return true;
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
    derivation.not_meant = is_joined_by_and(first, second) ? and_not_meant : apposition_not_meant;
    derivation.is_cued = true;
    derivation.says_all = true;
    const std::uint8_t a = page_.figure(first).digits;
    const std::uint8_t b = page_.figure(second).digits;
    const bool may_fail = a >= digits_of_each && b >= digits_of_each && a + b >= digits_of_both;
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
