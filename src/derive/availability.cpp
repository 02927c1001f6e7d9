// SPDX-License-Identifier: MIT
#include "derive/availability.hpp"

#include "arithmetic/readings.hpp"
#include "derive/surprise.hpp"
#include "derive/words.hpp"

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
constexpr std::size_t most_sentences_before = 3;
constexpr MentionId most_mentions_before = 8;
constexpr std::uint32_t farthest_relation = 4;
constexpr double shortest_period = 86400.0;
constexpr float price_of_number = 1.0F;
constexpr float price_of_word = 1.5F;
constexpr float each_sentence = 0.5F;
constexpr float from_heading = 1.0F;
constexpr LineId most_lines_above = 30;
constexpr float availability_not_meant = 8.0F;

struct NamedPeriod {
  std::string_view word;
  Period period;
};
constexpr std::array named_periods{NamedPeriod{"day", Period::day}, NamedPeriod{"week", Period::week},
                                   NamedPeriod{"month", Period::month}, NamedPeriod{"year", Period::year}};
/// What time without service is called.
constexpr std::array<std::string_view, 7> losses{"downtime", "outage", "unavailability", "unavailable",
                                                 "down",     "budget", "offline"};

class Availabilities {
 public:
  Availabilities(Page& page, std::vector<Derivation>& out) : page_(page), out_(out) {}

  void run() {
    for (MentionId id = 0; id < page_.mentions.size(); ++id) {
      const Figure& figure = page_.figure(id);
      const bool is_time = figure.unit.dimension.without_counts() == units::axis(units::Axis::time);
      if (is_time && !figure.is_range() && !figure.name && figure.value() > 0.0) leaves(id);
    }
  }

 private:
  struct Whole {
    MentionId mention = nowhere;
    Period period = Period::none;
    double seconds = 0.0;
    float price = 0.0F;
    arithmetic::Supposed supposed = 0;
  };

  void leaves(MentionId target) {
    Scope scope;
    if (!in_line(target, scope) && !in_row(target, scope) && !under_heading(target, scope)) return;
    std::optional<Derivation> best;
    for (const Whole& whole : wholes_in(scope, target)) {
      Derivation derivation = left(target, scope.share, whole);
      derivation.price += scope.price;
      const bool is_better =
          !best || (derivation.holds() && !best->holds()) ||
          (derivation.holds() == best->holds() && derivation.evidence() > best->evidence());
      if (is_better) best = derivation;
    }
    if (!best) return;
    const bool is_cell = page_.line_of(target).table != 0;
    const bool is_said = says_loss(scope) && (is_cell || is_introduced(target));
    if (!best->holds() && !is_said) return;
    best->is_cued = is_said;
    best->not_meant = availability_not_meant;
    out_.push_back(*best);
  }

  /// An availability, and the sentences that may name the period.
  struct Scope {
    MentionId share = nowhere;
    std::vector<SentenceId> sentences;
    float price = 0.0F;
  };

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
    for (SentenceId id = sentence_at(line.first_token);
         id < page_.sentences.size() && page_.sentences[id].line == cell; ++id)
      scope.sentences.push_back(id);
  }
  [[nodiscard]] SentenceId sentence_at(std::uint32_t token) const {
    const auto next =
        std::upper_bound(page_.sentences.begin(), page_.sentences.end(), token,
                         [](std::uint32_t at, const Sentence& s) { return at < s.first_token; });
    return static_cast<SentenceId>(next - page_.sentences.begin() - 1);
  }

  /// The availability in the heading above.
  bool under_heading(MentionId target, Scope& scope) const {
    const LineId own = page_.mentions[target].line;
    if (scope.sentences.empty()) add_cell(own, scope);
    for (LineId id = own; id-- > 0 && own - id <= most_lines_above;) {
      const Line& line = page_.lines[id];
      if (line.seat != Seat::heading) continue;
      for (MentionId m = line.first_mention; m < line.end_mention; ++m) {
        if (is_share(m)) scope.share = m;
      }
      scope.price = from_heading;
      return scope.share != nowhere;
    }
    return false;
  }

  std::vector<Whole> wholes_in(const Scope& scope, MentionId target) const {
    std::vector<Whole> out;
    for (const SentenceId id : scope.sentences) {
      const Sentence& sentence = page_.sentences[id];
      for (MentionId m = sentence.first_mention; m < sentence.end_mention; ++m) {
        const Figure& figure = page_.figure(m);
        const bool is_time = figure.unit.dimension.without_counts() == units::axis(units::Axis::time);
        if (m != target && is_time && figure.value() >= shortest_period)
          out.push_back({m, Period::none, figure.value(), price_of_number, 0});
      }
      for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const Token& token = page_.tokens.tokens[i];
        if (token.kind != Kind::word) continue;
        if (const auto period = called(sentence.line, token)) add_lengths(*period, out);
      }
    }
    return out;
  }

  /// As long as it usually is, and as other conventions have it.
  static void add_lengths(Period period, std::vector<Whole>& out) {
    out.push_back({nowhere, period, arithmetic::seconds(period), price_of_word, 0});
    for (const arithmetic::Convention& row : arithmetic::conventions()) {
      if (row.period != period) continue;
      out.push_back({nowhere, period, arithmetic::seconds(period) * row.factor,
                     price_of_word + arithmetic::bits(row.supposition), arithmetic::one(row.supposition)});
    }
  }

  [[nodiscard]] std::optional<Period> called(LineId line, const Token& token) const {
    if (token.role == Role::period) return std::nullopt;
    const std::string word = stem(page_.written(line, token));
    const auto* const row = std::find_if(named_periods.begin(), named_periods.end(),
                                         [&](const NamedPeriod& called) { return called.word == word; });
    return row == named_periods.end() ? std::nullopt : std::optional(row->period);
  }

  [[nodiscard]] bool says_loss(const Scope& scope) const {
    for (const SentenceId id : scope.sentences) {
      const Sentence& sentence = page_.sentences[id];
      for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const Token& token = page_.tokens.tokens[i];
        if (token.kind != Kind::word) continue;
        if (token.role == Role::leap) return true;  // "allows", "means"
        const std::string word = stem(page_.written(sentence.line, token));
        if (std::find(losses.begin(), losses.end(), word) != losses.end()) return true;
      }
    }
    return false;
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
    }
    return false;
  }

  Derivation left(MentionId target, MentionId share, const Whole& whole) {
    const Figure& figure = page_.figure(target);
    const arithmetic::Outcome of = arithmetic::outcome_of(page_.figure(share));
    const double unit = figure.unit.factor;
    arithmetic::Said how;
    how.link.joint = arithmetic::Joint::verb;
    const double value = (1.0 - of.value) * whole.seconds / unit;
    const arithmetic::Agreement agreement = arithmetic::agree(
        value, (1.0 - of.high) * whole.seconds / unit, (1.0 - of.low) * whole.seconds / unit, figure, how);
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
