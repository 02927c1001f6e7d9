// SPDX-License-Identifier: MIT
#include "derive/sentences/compounded.hpp"

#include "derive/sentences/clause.hpp"
#include "derive/sentences/cue.hpp"
#include "derive/sentences/saying.hpp"
#include "derive/sentences/themes.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Kind;
using arithmetic::Operation;
using arithmetic::Period;
using arithmetic::Role;
using arithmetic::Token;

/// How far a rate reaches, in sentences.
constexpr SentenceId farthest_said_rate = 2;
constexpr double most_periods_grown = 60.0;
constexpr double most_rate = 90.0;  ///< an availability is no rate
constexpr MentionId targets_behind = 3;
constexpr float compound_not_meant = 9.0F;
/// For the number that grows: it counts the same things, or it is only of the same kind.
constexpr float same_things = 2.0F;
constexpr float same_kind = 4.0F;
constexpr float shrinks = 1.0F;
/// From how many digits on a number of the same kind that fits is no accident.
constexpr std::uint8_t digits_that_tell = 3;

/// What a number becomes after so many periods, and what a straight line makes of it.
struct Course {
  double factor = 1.0;
  double periods = 0.0;
  float price = 0.0F;
  [[nodiscard]] double compound() const { return std::pow(factor, periods); }
  [[nodiscard]] double straight() const { return 1.0 + periods * (factor - 1.0); }
};

class Compounds {
 public:
  Compounds(Page& page, const Naming& naming, const std::vector<bool>& is_open, std::vector<Derivation>& out)
      : page_(page), naming_(naming), is_open_(is_open), out_(out) {}

  void read(SentenceId id) {
    const Sentence& sentence = page_.sentences[id];
    take_rate(id, sentence);
    if (!rate_ || id - said_ > farthest_said_rate || says_straight(sentence)) return;
    const auto span = span_in(sentence);
    if (!span) return;
    const double rate = 0.01 * page_.figure(*rate_).number;
    const Course grows{1.0 + rate, span->periods, 0.0F};
    const Course falls{1.0 - rate, span->periods, shrinks};
    MentionId left = targets_behind;
    for (MentionId m = sentence.first_mention; m < sentence.end_mention && left > 0; ++m) {
      if (page_.mentions[m].token < span->end || m == *rate_) continue;
      --left;
      if (is_open_[m] && page_.figure(m).comparator == units::Comparator::equal)
        tell_of(m, id, {grows, falls});
    }
  }

 private:
  struct Span {
    double periods = 0.0;
    std::uint32_t end = 0;  ///< the token behind it
  };

  /// "35 % a year", or any share of a sentence that speaks of growth over a period.
  void take_rate(SentenceId id, const Sentence& sentence) {
    bool grows = false;
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Token& token = page_.tokens.tokens[i];
      grows = grows ||
              (token.kind == Kind::word && arithmetic::tells_growth(page_.written(sentence.line, token)));
    }
    std::optional<MentionId> found;
    for (MentionId m = sentence.first_mention; m < sentence.end_mention; ++m) {
      const Figure& figure = page_.figure(m);
      if (!page_.unit_text(m).starts_with('%') || figure.is_range() || figure.number >= most_rate) continue;
      Period period = figure.period;
      if (period == Period::none)
        period = period_behind(sentence.line, page_.mentions[m].token + 1, sentence.end_token, grows);
      if (period == Period::none) continue;
      if (found) return;  // two rates: nothing says which
      found = m;
      period_ = period;
    }
    if (!found) return;
    rate_ = found;
    said_ = id;
  }
  /// "3 % a month", "30 % more viewers a year": a period a few words on; anywhere behind where it grows.
  [[nodiscard]] Period period_behind(LineId line, std::uint32_t begin, std::uint32_t end, bool grows) const {
    constexpr std::uint32_t few = 5;
    std::uint32_t last = grows ? end : std::min(end, begin + few);
    // "Compounds to 60 % in a year" is what a rate came to.
    const Token& next = page_.tokens.tokens[begin];
    if (next.kind == Kind::word && next.role == Role::preposition) return Period::none;
    const auto first = page_.tokens.tokens.begin();
    const auto stop = std::find_if(first + begin, first + last,
                                   [](const Token& token) { return token.kind == Kind::number; });
    last = static_cast<std::uint32_t>(stop - first);
    return period_said(page_, line, begin, last);
  }

  [[nodiscard]] bool says_straight(const Sentence& sentence) const {
    return speaks_of(page_, sentence.line, sentence.first_token, sentence.end_token,
                     arithmetic::Theme::straight);
  }

  /// "after 5 years", "in three years", "after a year" of a rate a month.
  [[nodiscard]] std::optional<Span> span_in(const Sentence& sentence) const {
    const auto& tokens = page_.tokens.tokens;
    for (std::uint32_t i = sentence.first_token; i + 1 < sentence.end_token; ++i) {
      const bool leads = tokens[i].kind == Kind::word &&
                         (tokens[i].role == Role::preposition || tokens[i].role == Role::conjunction ||
                          tokens[i].role == Role::at_least);  // "over three years"
      if (!leads) continue;
      const Token& next = tokens[i + 1];
      double seconds = 0.0;
      std::uint32_t end = i + 2;
      if (next.kind == Kind::number) {
        const Figure& figure = page_.figure(Page::mention_of(next.index));
        const bool is_time = figure.unit.dimension == units::axis(units::Axis::time) && !figure.is_range();
        if (is_time) seconds = figure.number * figure.unit.factor;
      } else if (next.role == Role::article) {
        const Period period = period_said(page_, sentence.line, i + 2, std::min(i + 3, sentence.end_token));
        if (period != Period::none) seconds = arithmetic::seconds(period);
        ++end;
      }
      if (const auto periods = whole_periods(seconds)) return Span{*periods, end};
    }
    return std::nullopt;
  }
  [[nodiscard]] std::optional<double> whole_periods(double seconds) const {
    constexpr double calendar = 0.02;  // twelve months are a year, although a month has 30 days
    const double ratio = seconds / arithmetic::seconds(period_);
    const double whole = std::round(ratio);
    const bool is_whole =
        whole >= 2.0 && whole <= most_periods_grown && std::abs(ratio - whole) <= calendar * ratio;
    return is_whole ? std::optional(whole) : std::nullopt;
  }

  /// Without a base the number is the factor alone.
  struct Base {
    std::optional<MentionId> mention;
    float price = 0.0F;
  };

  void tell_of(MentionId target, SentenceId sentence, std::pair<Course, Course> courses) {
    const bool is_factor = is_bare_factor(target) || page_.unit_text(target).starts_with('%');
    const auto find = [&](double times) {
      return is_factor ? as_factor(target, times) : base_of(target, sentence, times);
    };
    for (const Course& course : {courses.first, courses.second}) {
      if (const auto base = find(course.compound())) return emit(target, course, *base);
    }
    for (const Course& course : {courses.first, courses.second}) {
      const double apart = std::abs(course.compound() / course.straight() - 1.0);
      if (course.straight() <= 0.0 || apart < 2.0 * step_of(target)) continue;
      const auto base = find(course.straight());
      if (base && page_.figure(target).digits >= 2) return emit(target, course, *base);
    }
    if (is_bare_factor(target) && page_.figure(target).digits >= digits_that_tell)
      emit(target, courses.first, {});
  }

  /// "a factor of 1.6"
  [[nodiscard]] bool is_bare_factor(MentionId id) const {
    const std::uint32_t at = page_.mentions[id].token;
    const auto& tokens = page_.tokens.tokens;
    return !page_.figure(id).has_unit() && at >= page_.line_of(id).first_token + 2 &&
           tokens[at - 1].kind == Kind::word && tokens[at - 1].role == Role::of &&
           tokens[at - 2].kind == Kind::word &&
           page_.written(page_.mentions[id].line, tokens[at - 2]) == "factor";
  }
  [[nodiscard]] double step_of(MentionId id) const {
    const Figure& figure = page_.figure(id);
    return 0.5 * figure.shown / std::abs(figure.number);
  }

  [[nodiscard]] std::optional<Base> as_factor(MentionId target, double times) const {
    const double value = page_.figure(target).value();
    if (std::abs(value / times - 1.0) > step_of(target)) return std::nullopt;
    return Base{};
  }

  /// The number before that comes to the target; one of the same things rather than one of the same kind.
  [[nodiscard]] std::optional<Base> base_of(MentionId target, SentenceId sentence, double times) {
    const Figure& figure = page_.figure(target);
    const double value = figure.value() / times;
    const double reach = step_of(target) * value;
    if (sorted_.empty()) sort_numbers();
    std::optional<Base> out;
    for (auto at = std::lower_bound(sorted_.begin(), sorted_.end(), std::pair(value - reach, MentionId{0}));
         at != sorted_.end() && at->first <= value + reach; ++at) {
      const MentionId id = at->second;
      if (id >= target || !is_alike(id, target)) continue;
      const Words what = naming_.nouns[target].empty() ? naming_.sentences[sentence] : naming_.nouns[target];
      const bool is_same =
          becomes(id, target) || share_word(naming_.nouns[id], what) || share_word(naming_.labels[id], what);
      const bool counts = figure.unit.dimension.without_counts().is_dimensionless();
      if (!is_same && (counts || figure.digits < digits_that_tell)) continue;
      const float price = is_same ? same_things : same_kind;
      if (!out || price < out->price) out = Base{id, price};
    }
    return out;
  }
  /// "53.7 TB become 94 TB"
  [[nodiscard]] bool becomes(MentionId id, MentionId target) const {
    return id + 1 == target && page_.mentions[id].sentence == page_.mentions[target].sentence &&
           cue_of(page_, target) == Cue::takes;
  }
  [[nodiscard]] bool is_alike(MentionId a, MentionId b) const {
    const Figure& x = page_.figure(a);
    const Figure& y = page_.figure(b);
    return x.unit.dimension.without_counts() == y.unit.dimension.without_counts() && x.period == y.period &&
           !x.name && !x.is_range() && !x.is_percent() && !y.name && !y.is_range() && y.number > 0.0;
  }
  void sort_numbers() {
    for (MentionId id = 0; id < page_.mentions.size(); ++id)
      sorted_.emplace_back(page_.figure(id).value(), id);
    std::sort(sorted_.begin(), sorted_.end());
  }

  void emit(MentionId target, const Course& course, const Base& base) {
    const auto first = static_cast<std::uint32_t>(page_.nodes.size());
    const auto add = [this](Operation operation, std::uint32_t a, std::uint32_t b) {
      page_.nodes.push_back({operation, false, a, b, 0, 0});
      return static_cast<std::uint32_t>(page_.nodes.size() - 1);
    };
    const std::uint32_t factor = add(Operation::constant, page_.constant(course.factor, nowhere), 0);
    const std::uint32_t power =
        add(Operation::power, factor, add(Operation::constant, page_.constant(course.periods, nowhere), 0));
    if (base.mention) add(Operation::multiply, add(Operation::figure, *base.mention, 0), power);
    const Derivation derivation = told_in_full(page_, first, target, base.price + course.price,
                                               compound_not_meant, arithmetic::Joint::equals);
    if (derivation.comparison.comparable) out_.push_back(derivation);
  }

  Page& page_;
  const Naming& naming_;
  const std::vector<bool>& is_open_;
  std::vector<Derivation>& out_;
  std::optional<MentionId> rate_;
  Period period_ = Period::none;
  SentenceId said_ = 0;
  std::vector<std::pair<double, MentionId>> sorted_;  ///< all numbers by their size, once they are asked for
};

}  // namespace

void compounded(Page& page, const Naming& naming, const std::vector<bool>& is_open,
                std::vector<Derivation>& out) {
  Compounds all(page, naming, is_open, out);
  for (SentenceId id = 0; id < page.sentences.size(); ++id) all.read(id);
}

}  // namespace reckon::derive
