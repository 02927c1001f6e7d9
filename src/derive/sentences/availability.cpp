// SPDX-License-Identifier: MIT
#include "derive/sentences/availability.hpp"

#include "arithmetic/compare.hpp"
#include "arithmetic/readings.hpp"
#include "derive/page/words.hpp"
#include "derive/search/surprise.hpp"
#include "derive/sentences/lost_time.hpp"
#include "derive/sentences/whole_time.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Kind;
using arithmetic::Operation;
using arithmetic::Period;
using arithmetic::Role;
using arithmetic::Token;

constexpr double least_share = 0.9;
constexpr SentenceId most_sentences_before = 3;
constexpr MentionId most_mentions_before = 8;
constexpr std::uint32_t farthest_relation = 4;
constexpr double shortest_period = 86400.0;
constexpr float price_of_number = 1.0F;
constexpr float price_of_unsaid = 2.0F;
constexpr float each_sentence = 0.5F;
constexpr float from_heading = 1.0F;
constexpr LineId most_lines_above = 30;
constexpr float availability_not_meant = 8.0F;

class Availabilities {
 public:
  Availabilities(Page& page, std::vector<Derivation>& out) : page_(page), out_(out) {}

  void run() {
    for (MentionId id = 0; id < page_.mentions.size(); ++id) {
      const Figure& figure = page_.figure(id);
      const bool may_be_left = !figure.is_range() && !figure.name && figure.value() > 0.0;
      if (may_be_left && (is_time(figure) || names_period(figure))) leaves(id);
    }
  }

 private:
  /// An availability, and the sentences that may name the period.
  struct Scope {
    MentionId share = nowhere;
    std::vector<SentenceId> sentences;
    float price = 0.0F;
  };

  void leaves(MentionId target) {
    Scope scope;
    if (!in_line(target, scope) && !in_row(target, scope) && !under_heading(target, scope)) return;
    std::optional<Derivation> best;
    std::optional<Derivation> slipped;
    for (const Whole& whole : wholes_in(scope, target)) {
      Derivation derivation = left(target, scope.share, whole);
      derivation.price += scope.price;
      if (!slipped && shows_slip(derivation, scope)) slipped = derivation;
      if (!best || is_better(derivation, *best)) best = derivation;
    }
    if (!best) return;
    if (!best->holds() && slipped) best = slipped;
    best->is_cued = slipped || is_beside(target, scope) || is_told(target, scope);
    const bool is_sure = best->is_cued && !is_far(target, scope) && !fits_another(target, scope);
    if (!best->holds() && !is_sure) return;
    best->says_all = !best->holds() && slipped;
    best->not_meant = availability_not_meant;
    out_.push_back(*best);
  }

  /// Words say that it is a time without service.
  [[nodiscard]] bool is_told(MentionId target, const Scope& scope) const {
    const bool is_cell = page_.line_of(target).table != 0;
    return says_loss(scope, target) && (is_cell || is_introduced(target) || is_in_bracket(target, scope));
  }

  /// "99.9 %, 43 minutes a month": a time in a period right behind an availability is what it leaves.
  [[nodiscard]] bool is_beside(MentionId target, const Scope& scope) const {
    if (!names_period(page_.figure(target)) || target != scope.share + 1 ||
        page_.mentions[target].sentence != page_.mentions[scope.share].sentence)
      return false;
    const auto first = page_.tokens.tokens.begin();
    return std::none_of(first + page_.mentions[scope.share].token + 1, first + page_.mentions[target].token,
                        [](const Token& token) {
                          return token.role == Role::content || token.kind == Kind::number ||
                                 token.role == Role::preposition || token.role == Role::conjunction;
                        });
  }

  /// The digits of what is left with a zero too many or too few, or under another unit of time: no accident
  /// so near to an availability that somebody agreed on.
  [[nodiscard]] bool shows_slip(const Derivation& derivation, const Scope& scope) const {
    constexpr MentionId farthest = 3;
    const MentionId target = derivation.target;
    const Figure& figure = page_.figure(target);
    const Mention& mention = page_.mentions[target];
    const Mention& share = page_.mentions[scope.share];
    const bool is_near = mention.line == share.line && mention.sentence - share.sentence <= 1 &&
                         target - scope.share <= farthest &&
                         (names_period(figure) || figure.unit.factor >= 1.0);
    if (derivation.holds() || !is_near || figure.digits < 2 || figure.approximate) return false;
    if (is_rest(derivation, scope)) return true;
    if (!says_loss(scope, target) && !names_period(figure) && !is_left_by(target, scope)) return false;
    return slips_in_time(figure, derivation.comparison.ratio);
  }

  /// "99.5 % of 720 hours, 716.4 hours of downtime": the time in service under the name of what is lost.
  [[nodiscard]] bool is_rest(const Derivation& derivation, const Scope& scope) const {
    constexpr std::uint32_t words_behind = 3;
    const Mention& mention = page_.mentions[derivation.target];
    const std::uint32_t end =
        std::min(mention.token + 1 + words_behind, page_.sentences[mention.sentence].end_token);
    const bool is_lost = names_loss(page_.unit_text(derivation.target)) ||
                         names_loss(page_, mention.line, mention.token + 1, end);
    return is_lost && is_other_part(page_.figure(derivation.target), page_.figure(scope.share).value(),
                                    derivation.comparison.ratio);
  }

  /// "99.99 % costs 4.3 minutes": the next number behind what was agreed on, and no time within which so
  /// many are served.
  [[nodiscard]] bool is_left_by(MentionId target, const Scope& scope) const {
    constexpr double least_target = 0.99;
    const Token& before = page_.tokens.tokens[page_.mentions[target].token - 1];
    const bool is_within =
        before.kind == Kind::word &&
        (before.role == Role::preposition || before.role == Role::at_most || before.role == Role::at_least);
    return target == scope.share + 1 && !is_within &&
           page_.mentions[target].sentence == page_.mentions[scope.share].sentence &&
           page_.figure(scope.share).value() >= least_target && is_agreed_on(page_.figure(scope.share));
  }

  /// "Is 99.99 % needed? 99.9 % is cheaper. Are 52 minutes a year worth it?": it may be said of either.
  bool fits_another(MentionId target, const Scope& scope) {
    const MentionId first = scope.share > most_mentions_before ? scope.share - most_mentions_before : 0;
    for (MentionId m = first; m < scope.share; ++m) {
      if (page_.mentions[m].line != page_.mentions[target].line || !is_share(m)) continue;
      for (const Whole& whole : wholes_in(scope, target)) {
        if (left(target, m, whole).holds()) return true;
      }
    }
    return false;
  }

  /// Of the lengths of a period that all fail, the one that a slip by a power of ten explains was meant.
  static bool is_better(const Derivation& one, const Derivation& best) {
    if (one.holds() != best.holds()) return one.holds();
    if (one.holds()) return one.evidence() > best.evidence();
    const auto from_zeros = [](const Derivation& of) {
      const double decades = std::log10(of.comparison.ratio);
      return std::abs(decades - std::round(decades));
    };
    constexpr double rounded = 0.002;
    const bool is_zero = arithmetic::is_off_by_zeros(one.comparison.ratio) && from_zeros(one) < rounded;
    if (is_zero) return from_zeros(one) < from_zeros(best);
    return one.evidence() > best.evidence();
  }

  [[nodiscard]] bool is_share(MentionId id) const {
    const Figure& figure = page_.figure(id);
    if (figure.is_percent()) return figure.number >= 100.0 * least_share && figure.number < 100.0;
    return figure.unit.dimension.is_dimensionless() && figure.value() < 1.0 &&
           figure.value() >= least_share && figure.digits >= 2;
  }

  /// The last availability in the sentences before, in the same line.
  bool in_line(MentionId target, Scope& scope) const {
    const Mention& mention = page_.mentions[target];
    for (MentionId m = target; m-- > 0 && target - m <= most_mentions_before;) {
      const Mention& before = page_.mentions[m];
      if (before.line != mention.line || mention.sentence - before.sentence >= most_sentences_before)
        return false;
      if (!is_share(m)) continue;
      scope.share = m;
      scope.price = each_sentence * static_cast<float>(mention.sentence - before.sentence);
      for (SentenceId id = before.sentence; id <= mention.sentence; ++id) scope.sentences.push_back(id);
      return true;
    }
    return false;
  }

  /// The availability that its row states, or the header of its column.
  bool in_row(MentionId target, Scope& scope) const {
    const Line& line = page_.line_of(target);
    if (line.table == 0 || line.row == 0) return false;
    const Grid& table = page_.tables[line.table - 1];
    std::vector<LineId> cells;
    for (std::uint32_t column = 0; column < table.columns; ++column)
      cells.push_back(table.at(line.row, column));
    cells.push_back(table.at(0, line.column - 1));
    for (const LineId cell : cells) add_cell(cell, scope);
    return scope.share != nowhere;
  }

  void add_cell(LineId cell, Scope& scope) const {
    if (cell == nowhere) return;
    const Line& line = page_.lines[cell];
    for (MentionId m = line.first_mention; m < line.end_mention && scope.share == nowhere; ++m) {
      if (is_share(m)) scope.share = m;
    }
    for (SentenceId id = page_.sentences.at(line.first_token);
         id < page_.sentences.size() && page_.sentences[id].line == cell; ++id)
      scope.sentences.push_back(id);
  }

  /// The availability in the heading above.
  bool under_heading(MentionId target, Scope& scope) const {
    const LineId own = page_.mentions[target].line;
    for (LineId id = own; id-- > 0 && own - id <= most_lines_above;) {
      const Line& line = page_.lines[id];
      if (line.seat != Seat::heading) continue;
      for (MentionId m = line.first_mention; m < line.end_mention; ++m) {
        if (is_share(m)) scope.share = m;
      }
      scope.price = from_heading;
      if (scope.share != nowhere && scope.sentences.empty()) add_around(target, scope);
      return scope.share != nowhere;
    }
    return false;
  }

  /// Its sentence and those beside it.
  void add_around(MentionId target, Scope& scope) const {
    const Mention& mention = page_.mentions[target];
    const SentenceId first = mention.sentence - std::min(mention.sentence, most_sentences_before);
    for (SentenceId id = first; id <= mention.sentence + most_sentences_before; ++id) {
      if (id < page_.sentences.size() && page_.sentences[id].line == mention.line)
        scope.sentences.push_back(id);
    }
  }

  std::vector<Whole> wholes_in(const Scope& scope, MentionId target) const {
    std::vector<Whole> out;
    if (names_period(page_.figure(target))) {
      add_lengths(page_.figure(target).period, out);
      return out;
    }
    for (const SentenceId id : scope.sentences) {
      const Sentence& sentence = page_.sentences[id];
      for (MentionId m = sentence.first_mention; m < sentence.end_mention; ++m) {
        const Figure& figure = page_.figure(m);
        if (m != target && is_time(figure) && figure.value() >= shortest_period &&
            !is_left_of_a_period(figure, page_.figure(scope.share)))
          out.push_back({m, Period::none, figure.value(), price_of_number, 0});
      }
      for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const Token& token = page_.tokens.tokens[i];
        if (token.kind != Kind::word) continue;
        if (const auto period = period_called(page_, sentence.line, token)) add_lengths(*period, out);
      }
    }
    if (out.empty() && is_left_by(target, scope)) {
      for (const Period period : {Period::month, Period::year}) add_lengths(period, out);
      for (Whole& whole : out) whole.price += price_of_unsaid;
    }
    return out;
  }

  [[nodiscard]] bool says_loss(const Scope& scope, MentionId target) const {
    if (names_loss(page_.unit_text(target))) return true;  // "52.6 minutes of downtime a year"
    const auto first = page_.tokens.tokens.begin();
    return std::any_of(scope.sentences.begin(), scope.sentences.end(), [&](SentenceId id) {
      const Sentence& sentence = page_.sentences[id];
      const bool concludes =  // "allows", "means"
          std::any_of(first + sentence.first_token, first + sentence.end_token, [](const Token& token) {
            return token.kind == Kind::word && token.role == Role::leap;
          });
      return concludes || names_loss(page_, sentence.line, sentence.first_token, sentence.end_token);
    });
  }
  /// "99.9 % (43 minutes of downtime a month)"
  [[nodiscard]] bool is_in_bracket(MentionId target, const Scope& scope) const {
    const std::uint32_t token = page_.mentions[target].token;
    return names_period(page_.figure(target)) && token > 0 && target == scope.share + 1 &&
           page_.tokens.tokens[token - 1].kind == Kind::open;
  }

  /// Several sentences on, or behind "four nines", another availability may be spoken of.
  [[nodiscard]] bool is_far(MentionId target, const Scope& scope) const {
    const Mention& mention = page_.mentions[target];
    const Mention& share = page_.mentions[scope.share];
    if (share.line != mention.line || target == scope.share + 1) return false;
    const Sentence& sentence = page_.sentences[mention.sentence];
    for (std::uint32_t i = sentence.first_token; i < mention.token; ++i) {
      const Token& token = page_.tokens.tokens[i];
      if (token.kind == Kind::word && stem(page_.written(mention.line, token)) == "nine") return true;
    }
    return mention.sentence - share.sentence > 1;
  }

  /// A relation or a leap a few words in front.
  [[nodiscard]] bool is_introduced(MentionId target) const {
    const Mention& mention = page_.mentions[target];
    const std::uint32_t first = page_.sentences[mention.sentence].first_token;
    for (std::uint32_t i = mention.token; i > first && mention.token - i < farthest_relation; --i) {
      const Token& token = page_.tokens.tokens[i - 1];
      if (token.kind == Kind::number) return false;
      if (token.kind == Kind::relation || token.role == Role::relation || token.role == Role::leap ||
          token.role == Role::alternative)
        return true;
      if (token.kind == Kind::colon) return i == mention.token && names_loss(page_, mention.line, first, i);
    }
    return false;
  }

  Derivation left(MentionId target, MentionId share, const Whole& whole) {
    const Figure& figure = page_.figure(target);
    const arithmetic::Outcome of = arithmetic::outcome_of(page_.figure(share));
    const double period = names_period(figure) ? arithmetic::seconds(figure.period) : 1.0;
    const double unit = figure.unit.factor * period;
    arithmetic::Said how;
    how.link.joint = arithmetic::Joint::verb;
    const double value = (1.0 - of.value) * whole.seconds / unit;
    const bool is_exact = is_agreed_on(page_.figure(share));
    const double low = is_exact ? value : (1.0 - of.high) * whole.seconds / unit;
    const double high = is_exact ? value : (1.0 - of.low) * whole.seconds / unit;
    const arithmetic::Agreement agreement = arithmetic::agree(value, low, high, figure, how);
    Derivation out;
    out.generator = Generator::known;
    out.target = target;
    out.line = page_.mentions[target].line;
    out.comparison.comparable = true;
    out.comparison.holds = agreement.holds;
    out.comparison.cost = agreement.cost;
    out.comparison.supposed = whole.supposed;
    if (agreement.holds) out.comparison.supposed |= arithmetic::one(agreement.supposition);
    out.comparison.right = value;
    out.comparison.ratio = figure.number / value;
    out.surprise = surprise(figure, agreement.holds ? agreement.width / figure.number : 0.0);
    out.price = whole.price;
    write(share, whole, out);
    return out;
  }

  void write(MentionId share, const Whole& whole, Derivation& out) {
    const auto first = static_cast<std::uint32_t>(page_.nodes.size());
    out.first_node = first;
    page_.nodes.push_back({Operation::one, false, 0, 0, 0, 0});
    page_.nodes.push_back({Operation::figure, false, share, 0, 0, 0});
    page_.nodes.push_back({Operation::subtract, false, first, first + 1, 0, 0});
    if (whole.mention != nowhere) {
      page_.nodes.push_back({Operation::figure, false, whole.mention, 0, 0, 0});
    } else {
      page_.nodes.push_back({Operation::period, false, static_cast<std::uint32_t>(whole.period), 0, 0, 0});
    }
    page_.nodes.push_back({Operation::multiply, false, first + 2, first + 3, 0, 0});
    out.root = first + 4;
  }

  Page& page_;
  std::vector<Derivation>& out_;
};

}  // namespace

void availability(Page& page, std::vector<Derivation>& out) {
  Availabilities(page, out).run();
}

}  // namespace reckon::derive
