// SPDX-License-Identifier: MIT
#include "derive/sentences/growth.hpp"

#include "derive/sentences/clause.hpp"
#include "derive/sentences/cue.hpp"
#include "derive/sentences/saying.hpp"

#include <cmath>
#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Kind;
using arithmetic::Node;
using arithmetic::Operation;
using arithmetic::Period;
using arithmetic::Token;

/// How far a rate reaches: sentences of its text and the next.
constexpr SentenceId farthest_rate = 6;
constexpr double most_periods = 30.0;
/// How dear it is that a number is not what the rate makes of the one before, although all of it is said.
constexpr float growth_not_meant = 9.0F;
constexpr float rate_said_before = 0.5F;

struct Rate {
  double factor = 1.0;  ///< 1.2 for 20 % more
  Period period = Period::none;
  SentenceId sentence = 0;
};

class Growth {
 public:
  Growth(Page& page, const std::vector<bool>& is_open, std::vector<Derivation>& out)
      : page_(page), is_open_(is_open), out_(out) {}

  void read(SentenceId id) {
    const Sentence& sentence = page_.sentences[id];
    take_rate(id, sentence);
    if (!rate_ || id - rate_->sentence > farthest_rate) return;
    std::optional<MentionId> base;
    bool is_counted = false;  // a number of periods was told with its unit
    for (MentionId m = sentence.first_mention; m + 1 < sentence.end_mention; ++m) {
      const auto periods = periods_behind(m, is_counted);
      if (!periods) {
        if (is_quantity(m) && !base) base = m;
        continue;
      }
      is_counted = true;
      const MentionId target = m++;
      if (base && is_alike(*base, target) && (target == *base + 1 ? becomes(target) : true))
        tell_of(*base, target, *periods, id);
    }
  }

 private:
  /// "Growing 20 % a year", "growth has been 30 % a year".
  void take_rate(SentenceId id, const Sentence& sentence) {
    bool grows_here = false;
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Token& token = page_.tokens.tokens[i];
      grows_here = grows_here || (token.kind == Kind::word &&
                                  arithmetic::tells_growth(page_.written(sentence.line, token)));
    }
    if (!grows_here) return;
    std::optional<Rate> found;
    for (MentionId m = sentence.first_mention; m < sentence.end_mention; ++m) {
      const Figure& figure = page_.figure(m);
      if (!page_.unit_text(m).starts_with('%') || figure.is_range()) continue;
      Period period = figure.period;
      if (period == Period::none)
        period = period_said(page_, sentence.line, page_.mentions[m].token + 1, sentence.end_token);
      if (period == Period::none || found) return;  // two rates: nothing says which
      found = Rate{1.0 + 0.01 * figure.number, period, id};
    }
    if (found) rate_ = found;
  }

  [[nodiscard]] bool is_quantity(MentionId id) const {
    const Figure& figure = page_.figure(id);
    return !figure.name && !figure.is_range() && figure.number > 0.0 &&
           !page_.unit_text(id).starts_with('%') &&
           figure.unit.dimension.without_counts() != units::axis(units::Axis::time);
  }
  [[nodiscard]] bool is_alike(MentionId a, MentionId b) const {
    return page_.figure(a).unit.dimension.without_counts() == page_.figure(b).unit.dimension.without_counts();
  }
  [[nodiscard]] bool becomes(MentionId id) const {
    const Cue cue = cue_of(page_, id);
    return cue == Cue::makes || cue == Cue::takes || cue == Cue::so;
  }

  /// "... in two years", "after one year", "after three".
  [[nodiscard]] std::optional<double> periods_behind(MentionId id, bool is_counted) const {
    const Token& joint = page_.tokens.tokens[page_.mentions[id].token + 1];
    if (page_.mentions[id + 1].token != page_.mentions[id].token + 2 || joint.kind != Kind::word)
      return std::nullopt;
    const std::string_view word = page_.written(page_.mentions[id].line, joint);
    if (word != "in" && word != "after" && word != "within") return std::nullopt;
    const Figure& count = page_.figure(id + 1);
    const bool has_period = count.unit.dimension == units::axis(units::Axis::time) &&
                            count.unit.factor == arithmetic::seconds(rate_->period);
    const bool is_bare = is_counted && !count.has_unit();
    const bool is_whole = count.number >= 1.0 && count.number <= most_periods &&
                          count.number == std::floor(count.number) && !count.is_range();
    return is_whole && (has_period || is_bare) && is_quantity(id) ? std::optional(count.number)
                                                                  : std::nullopt;
  }

  void tell_of(MentionId base, MentionId target, double periods, SentenceId sentence) {
    if (!is_open_[target] || page_.figure(target).comparator != units::Comparator::equal) return;
    const auto first = static_cast<std::uint32_t>(page_.nodes.size());
    const auto add = [this](Operation operation, std::uint32_t a, std::uint32_t b) {
      page_.nodes.push_back({operation, false, a, b, 0, 0});
      return static_cast<std::uint32_t>(page_.nodes.size() - 1);
    };
    const std::uint32_t factor = add(Operation::constant, page_.constant(rate_->factor, nowhere), 0);
    const std::uint32_t power =
        add(Operation::power, factor, add(Operation::constant, page_.constant(periods, nowhere), 0));
    add(Operation::multiply, add(Operation::figure, base, 0), power);
    arithmetic::Link link;
    link.approximate = page_.figure(target).approximate;
    Derivation derivation = spoken_of(page_, first, target, link);
    derivation.price = rate_->sentence == sentence ? 0.0F : rate_said_before;
    derivation.not_meant = growth_not_meant;
    derivation.is_cued = true;
    if (derivation.comparison.comparable) out_.push_back(derivation);
  }

  Page& page_;
  const std::vector<bool>& is_open_;
  std::vector<Derivation>& out_;
  std::optional<Rate> rate_;
};

}  // namespace

void growth(Page& page, const std::vector<bool>& is_open, std::vector<Derivation>& out) {
  Growth all(page, is_open, out);
  for (SentenceId id = 0; id < page.sentences.size(); ++id) all.read(id);
}

}  // namespace reckon::derive
