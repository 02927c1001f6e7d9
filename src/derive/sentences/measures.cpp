// SPDX-License-Identifier: MIT
#include "derive/sentences/measures.hpp"

#include "derive/sentences/clause.hpp"
#include "derive/sentences/themes.hpp"

#include <algorithm>
#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Kind;
using arithmetic::Period;
using arithmetic::Role;
using arithmetic::Token;

constexpr std::size_t most_words_of_one = 6;

class MeasureReader {
 public:
  MeasureReader(Page& page, const Naming& naming, const Sentence& sentence)
      : page_(page), naming_(naming), sentence_(sentence) {}

  Measures run() {
    for (std::uint32_t i = sentence_.first_token; i < sentence_.end_token; ++i) {
      const Token& token = at(i);
      if (token.kind == Kind::number) {
        number(i);
      } else if (token.kind == Kind::word) {
        word(i);
      }
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] const Token& at(std::uint32_t i) const { return page_.tokens.tokens[i]; }
  [[nodiscard]] std::string_view written(std::uint32_t i) const {
    return page_.written(sentence_.line, at(i));
  }
  [[nodiscard]] bool has_role(std::uint32_t i, Role role) const {
    return i >= sentence_.first_token && i < sentence_.end_token && at(i).kind == Kind::word &&
           at(i).role == role;
  }

  void number(std::uint32_t i) {
    const MentionId id = Page::mention_of(at(i).index);
    const Figure& figure = page_.figure(id);
    if (figure.name) return;
    const bool is_article = figure.spelled && figure.number == 1.0 && figure.period == Period::none &&
                            figure.unit.dimension.without_counts().is_dimensionless();
    if (is_article) {
      begin_thing();
      add_words_of(id);
      return;
    }
    if (figure.is_range() || figure.number <= 0.0) out_.is_readable = false;
    Measure measure;
    measure.token = i;
    measure.operand.mention = id;
    measure.operand.is_each = naming_.each[id];
    measure.operand.is_multiple = is_unit_of_multiple(page_.unit_text(id)) || is_so_many_times(page_, id);
    measure.operand.is_often = is_time(figure) && (has_role(i - 1, Role::each) || is_interval(i + 1));
    measure.is_of_each = (measure.operand.is_each || says_each_) && !measure.operand.is_often;
    measure.counts_them = has_role(i + 1, Role::of) && has_role(i + 2, Role::pronoun);
    measure.operand.is_each = measure.operand.is_each || measure.is_of_each;
    const Words per = naming_.per[id];
    measure.of_one.assign(per.begin(), per.end());
    // "A fleet of 12 pods" is made of them.
    if (!thing_.empty() && !has_role(i - 1, Role::of)) {
      measure.of_one.insert(measure.of_one.end(), thing_.begin(), thing_.end());
      measure.operand.is_each = true;
    }
    out_.all.push_back(std::move(measure));
    thing_.clear();
    names_thing_ = says_each_ = false;
  }
  static bool is_time(const Figure& figure) {
    return figure.unit.dimension.without_counts() == units::axis(units::Axis::time);
  }
  /// "at intervals of", "15 s intervals"
  [[nodiscard]] bool is_interval(std::uint32_t i) const {
    return i < sentence_.end_token && at(i).kind == Kind::word &&
           speaks_of(page_, sentence_.line, i, i + 1, arithmetic::Theme::interval);
  }

  void word(std::uint32_t i) {
    const Token& token = at(i);
    if (token.role == Role::period) return often(i, period_in(i), nowhere);
    const Period period = token.role == Role::content ? period_in(i) : Period::none;
    if (period != Period::none) return timed(i, period);
    const bool is_article = token.role == Role::article && is_indefinite(i);
    if (token.role == Role::each) says_each_ = true;
    if (is_article || token.role == Role::each) return begin_thing();
    const bool names = names_thing_ && token.role == Role::content && thing_.size() < most_words_of_one;
    if (!names) return;
    if (const auto known = naming_.vocabulary.find(stem(written(i)))) thing_.push_back(*known);
  }
  [[nodiscard]] bool is_indefinite(std::uint32_t i) const {
    const std::string_view text = written(i);
    return text == "a" || text == "an" || text == "A" || text == "An";
  }
  void begin_thing() {
    thing_.clear();
    names_thing_ = true;
  }
  void add_words_of(MentionId id) {
    for (const WordId noun : naming_.nouns[id]) thing_.push_back(noun);
  }

  [[nodiscard]] Period period_in(std::uint32_t i) const {
    return period_said(page_, sentence_.line, i, i + 1);
  }

  /// A period behind "a", "per", "every": how often, or how long.
  void timed(std::uint32_t i, Period period) {
    if (i == sentence_.first_token) return;
    if (has_role(i - 1, Role::per) || has_role(i - 1, Role::each))
      return often(i, period, times_before(i - 1));
    if (!has_role(i - 1, Role::article) || !is_indefinite(i - 1)) return;
    const bool begins = i - 1 == sentence_.first_token;
    const bool lasts = begins || has_role(i + 1, Role::of) || tells_span(i - 2);
    if (lasts) return add(i, period, false, nowhere);
    const Token& before = at(i - 2);
    const bool happens =
        before.kind == Kind::word &&
        (before.role == Role::content || before.role == Role::multiple || before.role == Role::times ||
         before.role == Role::pronoun || written(i - 2) == "once");
    if (happens) often(i, period, times_before(i - 1));
  }
  /// "in an hour", "after a day", "over a week"
  [[nodiscard]] bool tells_span(std::uint32_t i) const {
    const Token& token = at(i);
    return token.kind == Kind::word &&
           (token.role == Role::preposition || token.role == Role::at_least || token.role == Role::at_most ||
            token.role == Role::of || (token.role == Role::conjunction && written(i) != "once"));
  }
  /// "twice a day"
  std::uint32_t times_before(std::uint32_t article) {
    if (!has_role(article - 1, Role::multiple)) return nowhere;
    const arithmetic::Entry* const entry = arithmetic::find_entry(stem(written(article - 1)));
    return entry == nullptr ? nowhere : page_.constant(entry->value, nowhere);
  }
  void often(std::uint32_t i, Period period, std::uint32_t times) {
    if (period != Period::none) add(i, period, true, times);
  }
  void add(std::uint32_t i, Period period, bool is_often, std::uint32_t times) {
    Measure measure;
    measure.token = i;
    measure.operand.period = period;
    measure.operand.is_often = is_often;
    measure.operand.times = times;
    out_.all.push_back(std::move(measure));
  }

  Page& page_;
  const Naming& naming_;
  const Sentence& sentence_;
  Measures out_;
  std::vector<WordId> thing_;  ///< words behind the last "a", "one", "each"
  bool names_thing_ = false;
  bool says_each_ = false;
};

bool counts_things(const Page& page, const Measure& measure) {
  const MentionId id = measure.operand.mention;
  return id != nowhere && !page.figure(id).is_percent() &&
         page.figure(id).unit.dimension.without_counts().is_dimensionless();
}

/// "A seat needs 24 KB, 2 million seats 48 GB", "2 million of them"
bool is_tied_by_name(const Naming& naming, const std::vector<Measure>& measures, MentionId target) {
  const bool has_each = std::any_of(measures.begin(), measures.end(),
                                    [](const Measure& measure) { return measure.operand.is_each; });
  return std::any_of(measures.begin(), measures.end(), [&](const Measure& one) {
    if (one.counts_them && has_each) return true;
    if (counts_one(naming.nouns[target], one.of_one)) return true;
    return std::any_of(measures.begin(), measures.end(), [&](const Measure& other) {
      const MentionId id = other.operand.mention;
      return &other != &one && id != nowhere && counts_one(naming.nouns[id], one.of_one);
    });
  });
}

}  // namespace

bool counts_one(Words nouns, const std::vector<WordId>& of_one) {
  return std::any_of(of_one.begin(), of_one.end(),
                     [&](WordId word) { return std::find(nouns.begin(), nouns.end(), word) != nouns.end(); });
}

Tie tie_of(const Page& page, const Naming& naming, const std::vector<Measure>& measures, MentionId target) {
  const auto any = [&](const auto& is) { return std::any_of(measures.begin(), measures.end(), is); };
  if (is_tied_by_name(naming, measures, target)) return Tie::by_name;
  if (any([](const Measure& measure) { return measure.operand.is_often; })) return Tie::often;
  if (!any([&](const Measure& measure) { return counts_things(page, measure); })) return Tie::none;
  const bool tells_each =
      any([&](const Measure& measure) { return measure.is_of_each && !counts_things(page, measure); });
  const bool is_time = page.figure(target).unit.dimension.without_counts() == units::axis(units::Axis::time);
  const bool drains = is_time && any([&](const Measure& measure) {
                        const MentionId id = measure.operand.mention;
                        return id != nowhere && page.figure(id).period != Period::none;
                      });
  return tells_each || drains ? Tie::loose : Tie::none;
}

Measures measures_of(Page& page, const Naming& naming, const Sentence& sentence) {
  return MeasureReader(page, naming, sentence).run();
}

}  // namespace reckon::derive
