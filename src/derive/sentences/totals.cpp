// SPDX-License-Identifier: MIT
#include "derive/sentences/totals.hpp"

#include "arithmetic/look_alike.hpp"
#include "derive/search/sum_nodes.hpp"
#include "derive/search/surprise.hpp"
#include "derive/sentences/terms_by_form.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

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
/// How dear it is that the one scope which its form shows is not what it sums.
constexpr float form_not_meant = 10.0F;
constexpr float price_of_form = 0.5F;
constexpr float nearly_evidence = -3.0F;

/// A way to gather what is summed, and what choosing it costs.
struct Run {
  std::vector<MentionId> terms;
  float price = 0.0F;
  float not_meant = 0.0F;
};

class Totals {
 public:
  Totals(Page& page, const Naming& naming, const std::vector<bool>& is_result, std::vector<Derivation>& out)
      : page_(page), naming_(naming), is_result_(is_result), out_(out) {}

  void run() {
    for (MentionId id = 0; id < page_.mentions.size(); ++id) {
      const Line& line = page_.line_of(id);
      const Figure& figure = page_.figure(id);
      if (line.table != 0 || figure.name || figure.is_range()) continue;
      if (says_total(page_, id) || is_ruled_off(page_, id)) tell(id);
    }
  }

 private:
  void tell(MentionId target) {
    std::vector<Run> runs;
    for (std::vector<MentionId>& terms : terms_by_form(page_, naming_, target)) {
      const bool is_meant = may_add_up(page_, terms, target);
      runs.push_back({std::move(terms), price_of_form, is_meant ? form_not_meant : 0.0F});
    }
    in_line(target, runs);
    items_above(target, runs);
    std::optional<Derivation> plainest;
    bool may_be_another = false;
    for (const Run& run : runs) {
      if (run.terms.size() < fewest_terms) continue;
      Derivation derivation = sum(target, run);
      if (derivation.holds() && derivation.evidence() > 0.0F) {
        write(run, derivation);
        out_.push_back(derivation);
        return;
      }
      // Not enough to explain it by itself, but no worse than a mistake in the plainest way.
      may_be_another = may_be_another || (derivation.holds() && derivation.evidence() > nearly_evidence);
      if (!plainest && !derivation.holds() && run.not_meant > 0.0F) {
        write(run, derivation);
        plainest = derivation;
      }
    }
    if (plainest && !may_be_another) out_.push_back(*plainest);
  }

  /// What stands in the line before it: the results, the numbers of its sentence, the last two, three...
  void in_line(MentionId target, std::vector<Run>& runs) const {
    const Line& line = page_.line_of(target);
    const Sentence& sentence = page_.sentences[page_.mentions[target].sentence];
    std::vector<MentionId> alike;
    std::vector<MentionId> results;
    for (MentionId m = line.first_mention; m < target && target - m < most_back; ++m) {
      if (!tells_alike(page_, m, target)) continue;
      alike.push_back(m);
      if (is_result_[m]) results.push_back(m);
    }
    std::vector<MentionId> own;
    std::copy_if(alike.begin(), alike.end(), std::back_inserter(own),
                 [&](MentionId m) { return m >= sentence.first_mention; });
    constexpr float usual = 1.0F;
    runs.push_back({own, usual, 0.0F});
    const bool is_meant = sums_up_alone(page_, target) && is_closed(results, target);
    runs.push_back({results, is_meant ? price_of_form : usual + 0.5F, is_meant ? form_not_meant : 0.0F});
    runs.push_back({alike, usual + 1.0F, 0.0F});
    tails(results, runs);
    tails(alike, runs);
  }

  /// "… = 360; … = 180. Sum 540": results of the line alone, which the sum exceeds, and no few of them make
  /// it without the others.
  [[nodiscard]] bool is_closed(const std::vector<MentionId>& results, MentionId target) const {
    constexpr std::size_t most_results = 6;
    if (results.size() < fewest_terms || results.size() > most_results) return false;
    if (!may_add_up(page_, results, target)) return false;
    const Figure& stated = page_.figure(target);
    for (std::uint32_t some = 1; some + 1 < (1U << results.size()); ++some) {
      double sum = 0.0;
      for (std::size_t i = 0; i < results.size(); ++i)
        sum += (some >> i & 1U) * page_.figure(results[i]).value();
      if (std::abs(sum - stated.value()) <= 0.5 * stated.shown * stated.unit.factor) return false;
    }
    return true;
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
    std::vector<Item> items;
    bool has_other_results = false;
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
        if (!tells_alike(page_, m, target)) {
          has_other_results = has_other_results || is_result_[m];
          continue;
        }
        if (first == nowhere) first = m;
        last = m;
      }
      if (first == nowhere) continue;
      items.insert(items.begin(), {first, last, drawn_depth(above)});
    }
    const bool is_nested = drop_children(items);
    std::vector<MentionId> firsts;
    std::vector<MentionId> lasts;
    for (const Item& item : items) {
      firsts.push_back(item.first);
      lasts.push_back(item.last);
    }
    constexpr float usual = 1.5F;
    constexpr float list_not_meant = 5.0F;
    const bool is_labelled = page_.mentions[target].token <= line.first_token + 4;
    // A price in a line whose result is something else is not what the line comes to.
    const bool says_itself = !is_nested && !has_other_results;
    const bool simple =
        says_itself && firsts == lasts && firsts.size() >= 3 && is_labelled && line.seat != Seat::paragraph;
    runs.push_back({lasts, usual, simple ? list_not_meant : 0.0F});
    runs.push_back({firsts, usual + 0.5F, 0.0F});
    tails(lasts, runs);
  }

  /// An item above: its first and its last number of the wanted kind.
  struct Item {
    MentionId first = nowhere;
    MentionId last = nowhere;
    std::uint32_t depth = 0;  ///< in a drawn tree
  };

  /// Where the words of a line begin behind the branches of a drawn tree; 0 without branches.
  [[nodiscard]] std::uint32_t drawn_depth(const Line& line) const {
    const std::string_view text = line.plain().text;
    std::uint32_t at = line.first_token;
    while (at < line.end_token && page_.tokens.tokens[at].kind == Kind::mark &&
           arithmetic::frame_length(text, page_.tokens.tokens[at].begin) > 0)
      ++at;
    return at == line.first_token ? 0 : page_.tokens.tokens[at].begin;
  }
  /// What hangs below a branch is part of it. Returns whether anything does.
  static bool drop_children(std::vector<Item>& items) {
    std::uint32_t parent = 0;
    return std::erase_if(items, [&parent](const Item& item) {
             const bool is_child = parent > 0 && item.depth > parent;
             if (!is_child) parent = item.depth;
             return is_child;
           }) > 0;
  }

  Derivation sum(MentionId target, const Run& run) const {
    const Figure& figure = page_.figure(target);
    double value = 0.0;
    double low = 0.0;
    double high = 0.0;
    for (const MentionId id : run.terms) {
      const arithmetic::Extent extent = arithmetic::extent_of(page_.figure(id));
      value += extent.value;
      low += extent.low;
      high += extent.high;
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
  const Naming& naming_;
  const std::vector<bool>& is_result_;
  std::vector<Derivation>& out_;
};

}  // namespace

bool says_total(const Page& page, MentionId id) {
  const Mention& mention = page.mentions[id];
  const Sentence& sentence = page.sentences[mention.sentence];
  const auto& tokens = page.tokens.tokens;
  for (std::uint32_t i = mention.token; i > sentence.first_token && mention.token - i < farthest_total_word;
       --i) {
    const Token& before = tokens[i - 1];
    if (before.kind == Kind::number || before.kind == Kind::semicolon) break;
    if (sums_up(page, sentence.line, before)) return true;
  }
  for (std::uint32_t i = mention.token + 1; i <= mention.token + 3 && i < sentence.end_token; ++i) {
    if (tokens[i].kind != Kind::word && tokens[i].kind != Kind::comma) break;
    if (tokens[i].role == Role::total) return true;
  }
  return false;
}

void totals(Page& page, const Naming& naming, const std::vector<bool>& is_result,
            std::vector<Derivation>& out) {
  Totals(page, naming, is_result, out).run();
}

}  // namespace reckon::derive
