// SPDX-License-Identifier: MIT
#include "derive/totals.hpp"

#include "derive/sum_nodes.hpp"
#include "derive/surprise.hpp"

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

constexpr std::uint32_t farthest_total_word = 6;
constexpr std::size_t most_terms_meant = 30;
constexpr std::size_t fewest_terms = 2;
constexpr MentionId most_back = 60;
constexpr LineId most_list_lines = 24;

/// A way to gather what is summed, and what choosing it costs.
struct Run {
  std::vector<MentionId> terms;
  float price = 0.0F;
  float not_meant = 0.0F;
};

class Totals {
 public:
  Totals(Page& page, const std::vector<bool>& is_result, std::vector<Derivation>& out)
      : page_(page), is_result_(is_result), out_(out) {}

  void run() {
    for (MentionId id = 0; id < page_.mentions.size(); ++id) {
      const Line& line = page_.line_of(id);
      const Figure& figure = page_.figure(id);
      if (line.table != 0 || figure.name || figure.is_range() || !is_said(id)) continue;
      tell(id);
    }
  }

 private:
  /// "together", "sum", "in all" in the same clause, in front or right behind.
  [[nodiscard]] bool is_said(MentionId id) const {
    const Mention& mention = page_.mentions[id];
    const Sentence& sentence = page_.sentences[mention.sentence];
    const auto& tokens = page_.tokens.tokens;
    for (std::uint32_t i = mention.token; i > sentence.first_token && mention.token - i < farthest_total_word;
         --i) {
      const Token& before = tokens[i - 1];
      if (before.kind == Kind::number || before.kind == Kind::semicolon) break;
      if (before.kind == Kind::word && before.role == Role::total) return true;
    }
    for (std::uint32_t i = mention.token + 1; i <= mention.token + 3 && i < sentence.end_token; ++i) {
      if (tokens[i].kind != Kind::word && tokens[i].kind != Kind::comma) break;
      if (tokens[i].role == Role::total) return true;
    }
    return false;
  }

  void tell(MentionId target) {
    std::vector<Run> runs;
    in_line(target, runs);
    items_above(target, runs);
    std::optional<Derivation> plainest;
    for (const Run& run : runs) {
      if (run.terms.size() < fewest_terms) continue;
      Derivation derivation = sum(target, run);
      if (derivation.holds() && derivation.evidence() > 0.0F) {
        write(run, derivation);
        out_.push_back(derivation);
        return;
      }
      if (!plainest && !derivation.holds() && run.not_meant > 0.0F) {
        write(run, derivation);
        plainest = derivation;
      }
    }
    if (plainest) out_.push_back(*plainest);
  }

  [[nodiscard]] bool is_alike(MentionId a, MentionId target) const {
    const Figure& figure = page_.figure(a);
    return figure.unit.dimension.without_counts() == page_.figure(target).unit.dimension.without_counts() &&
           !figure.name && figure.is_percent() == page_.figure(target).is_percent();
  }

  /// What stands in the line before it: the results, the numbers of its sentence, the last two, three...
  void in_line(MentionId target, std::vector<Run>& runs) const {
    const Line& line = page_.line_of(target);
    const Sentence& sentence = page_.sentences[page_.mentions[target].sentence];
    std::vector<MentionId> alike;
    std::vector<MentionId> results;
    for (MentionId m = line.first_mention; m < target && target - m < most_back; ++m) {
      if (!is_alike(m, target)) continue;
      alike.push_back(m);
      if (is_result_[m]) results.push_back(m);
    }
    std::vector<MentionId> own;
    std::copy_if(alike.begin(), alike.end(), std::back_inserter(own),
                 [&](MentionId m) { return m >= sentence.first_mention; });
    constexpr float usual = 1.0F;
    runs.push_back({own, usual, 0.0F});
    runs.push_back({results, usual + 0.5F, 0.0F});
    runs.push_back({alike, usual + 1.0F, 0.0F});
    tails(results, runs);
    tails(alike, runs);
  }

  static void tails(const std::vector<MentionId>& all, std::vector<Run>& runs) {
    constexpr float chosen = 2.5F;
    for (std::size_t count = fewest_terms; count < all.size() && count <= 12; ++count) {
      const auto begin = all.end() - static_cast<std::ptrdiff_t>(count);
      runs.push_back(
          {std::vector<MentionId>(begin, all.end()), chosen + 0.4F * static_cast<float>(count), 0.0F});
    }
  }

  /// The last number of each item above, of the same depth or deeper: "Total: 40 ms" below its parts.
  void items_above(MentionId target, std::vector<Run>& runs) const {
    const LineId own = page_.mentions[target].line;
    const Line& line = page_.lines[own];
    if (line.seat != Seat::item && line.seat != Seat::code && line.seat != Seat::paragraph) return;
    std::vector<MentionId> firsts;
    std::vector<MentionId> lasts;
    for (LineId id = own; id-- > 0 && own - id <= most_list_lines;) {
      const Line& above = page_.lines[id];
      const bool is_list =
          above.seat == line.seat || (line.seat == Seat::paragraph && above.seat == Seat::item);
      if (!is_list || above.table != 0 || above.fragment + most_list_lines < line.fragment) break;
      if (above.depth > line.depth && line.seat == Seat::item) continue;
      if (above.depth < line.depth) break;
      MentionId first = nowhere;
      MentionId last = nowhere;
      for (MentionId m = above.first_mention; m < above.end_mention; ++m) {
        if (!is_alike(m, target)) continue;
        if (first == nowhere) first = m;
        last = m;
      }
      if (first == nowhere) continue;
      firsts.insert(firsts.begin(), first);
      lasts.insert(lasts.begin(), last);
    }
    constexpr float usual = 1.5F;
    constexpr float list_not_meant = 5.0F;
    const bool is_labelled = page_.mentions[target].token <= line.first_token + 4;
    const bool simple = firsts == lasts && firsts.size() >= 3 && is_labelled && line.seat != Seat::paragraph;
    runs.push_back({lasts, usual, simple ? list_not_meant : 0.0F});
    runs.push_back({firsts, usual + 0.5F, 0.0F});
    tails(lasts, runs);
  }

  Derivation sum(MentionId target, const Run& run) const {
    const Figure& figure = page_.figure(target);
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
    for (const MentionId id : run.terms) {
      const arithmetic::Outcome outcome = arithmetic::outcome_of(page_.figure(id));
      value += outcome.value;
      low += outcome.low;
      high += outcome.high;
    }
    const double unit = figure.unit.factor;
    arithmetic::Said how;
    how.link.joint = arithmetic::Joint::colon;
    const arithmetic::Agreement agreement =
        arithmetic::agree(value / unit, low / unit, high / unit, figure, how);
    Derivation out;
    out.generator = Generator::total;
    out.target = target;
    out.line = page_.mentions[target].line;
    out.comparison.comparable = run.terms.size() <= most_terms_meant;
    out.comparison.holds = agreement.holds && run.terms.size() <= most_terms_meant;
    out.comparison.cost = agreement.cost;
    if (agreement.holds) out.comparison.supposed = arithmetic::one(agreement.supposition);
    out.comparison.right = value / unit;
    out.comparison.ratio = value == 0.0 ? 0.0 : figure.number * unit / value;
    out.comparison.width = agreement.holds ? agreement.width / std::abs(figure.number) : 0.0;
    out.surprise = surprise(figure, out.comparison.width);
    out.price = run.price;
    out.not_meant = run.not_meant;
    out.is_cued = run.not_meant > 0.0F;
    return out;
  }

  void write(const Run& run, Derivation& derivation) {
    derivation.first_node = static_cast<std::uint32_t>(page_.nodes.size());
    derivation.root = add_sum(page_, run.terms);
  }

  Page& page_;
  const std::vector<bool>& is_result_;
  std::vector<Derivation>& out_;
};

}  // namespace

void totals(Page& page, const std::vector<bool>& is_result, std::vector<Derivation>& out) {
  Totals(page, is_result, out).run();
}

}  // namespace reckon::derive
