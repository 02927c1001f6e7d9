// SPDX-License-Identifier: MIT
#include "derive/written/written.hpp"

#include "arithmetic/evaluate.hpp"
#include "derive/search/surprise.hpp"
#include "derive/written/fillers.hpp"
#include "derive/written/how_said.hpp"
#include "derive/written/meant.hpp"
#include "derive/written/no_relation.hpp"
#include "derive/written/side_words.hpp"
#include "derive/written/told_fuller.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace reckon::derive {
namespace {

using arithmetic::Comparison;
using arithmetic::Currency;
using arithmetic::Figure;
using arithmetic::Joint;
using arithmetic::Kind;
using arithmetic::Link;
using arithmetic::Node;
using arithmetic::Operation;
using arithmetic::Outcome;
using arithmetic::Side;
using arithmetic::Surroundings;

class Steps {
 public:
  Steps(const Page& page, const Fillers& fillers, const WrittenChain& written,
        const std::vector<bool>& related, std::vector<Derivation>& out)
      : page_(page),
        fillers_(fillers),
        words_(page, written.line),
        line_(written.line),
        chain_(written.chain),
        meant_(page, words_, written.line, written.chain, related),
        out_(out) {
    around_.tells_bits = page.tells_bits;
    for (const Side& side : chain_.sides) arithmetic::look_around(page_.tokens, page_.nodes, side, around_);
  }

  void run() {
    const std::size_t first = out_.size();
    for (std::size_t i = 1; i < chain_.sides.size(); ++i) step(i);
    doubt_head(page_, chain_, {out_.begin() + static_cast<std::ptrdiff_t>(first), out_.end()});
  }

 private:
  /// Which side yields which.
  struct Way {
    std::size_t from = 0;
    std::size_t to = 0;
  };
  [[nodiscard]] std::optional<Way> way(std::size_t i) const {
    const bool turned = chain_.is_result_first && i == 1;
    std::size_t from = turned ? 1 : i - 1;
    std::size_t to = turned ? 0 : i;
    const Joint joint = chain_.links[i - 1].joint;
    const bool may_turn = joint == Joint::equals || joint == Joint::about || joint == Joint::bracket ||
                          joint == Joint::verb || joint == Joint::alternative;
    if (!turned && chain_.sides[to].operators > 0 && chain_.sides[from].is_figure()) {
      // "99.95 %, which is 0.05 % × 43,200 min = 21.6 min": the calculation has a result of its own.
      const bool has_own = joint != Joint::equals && to + 1 < chain_.sides.size() &&
                           chain_.links[to].joint == Joint::equals && chain_.sides[to + 1].is_figure();
      // "index 2 (value = 3) = 2 × 2": what a bracket says is not what the calculation gives.
      const bool is_remark = i > 1 && chain_.links[i - 2].joint == Joint::bracket;
      if (!may_turn || has_own || is_remark) return std::nullopt;
      std::swap(from, to);
    }
    // "A + B (200 ms) = 3.2 s": what the bracket says of B is not what makes the result.
    const bool explains =
        i > 1 && chain_.links[i - 2].joint == Joint::bracket && chain_.sides[i - 1].is_figure();
    if (explains && from == i - 1 && chain_.sides[i - 2].operators > 0) from = i - 2;
    return Way{from, to};
  }

  /// Whether a step says nothing: its result is open, or one end of the chain was not read.
  [[nodiscard]] bool says_nothing(std::size_t i, const Side& left, const Side& right) const {
    // "From 3 KB to 300 bytes", "= −7 min".
    if (right.operators == 0 && (!right.is_figure() || words_.is_origin(left))) return true;
    if (rounds_further(left, chain_.links[i - 1]) || right.has_gap || right.has_name) return true;
    // "900 MB are above 300 MB + 450 MB" compares.
    const arithmetic::Link& link = chain_.links[i - 1];
    const bool is_result_first = left.begin > right.begin && link.joint != arithmetic::Joint::bracket;
    if (is_result_first && link.bound != units::Comparator::equal) return true;
    return chain_.is_cut && (i == 1 || i + 1 == chain_.sides.size());
  }

  void step(std::size_t i) {
    const std::optional<Way> way = this->way(i);
    if (!way) return;
    const Side& left = chain_.sides[way->from];
    const Side& right = chain_.sides[way->to];
    if (says_nothing(i, left, right)) return;
    arithmetic::Surroundings operands;
    arithmetic::look_around(page_.tokens, page_.nodes, left, operands);
    around_.rate = operands.rate;
    Derivation derivation;
    derivation.line = line_;
    derivation.first_node = left.first_node;
    derivation.root = left.root;
    derivation.begin = left.begin;
    derivation.end = left.end;
    derivation.stated_begin = right.begin;
    derivation.stated_end = right.end;
    derivation.link = chain_.links[i - 1];
    derivation.chained = !calculates(page_, left, right, derivation.link);
    if (left.has_gap || left.has_name) return filled(i, left, right, derivation);
    const bool tells =
        right.is_figure() ? against_figure(left, right, derivation) : against_side(left, right, derivation);
    if (!tells) return;
    if (is_unknown_prefix(left, right, derivation)) return;
    derivation.is_cued = !relates_nothing(left, right, derivation);
    derivation.not_meant = meant_.not_meant(i, left, right, derivation);
    derivation.counts_other = right.is_figure() && words_.counts_other(left, right);
    // What is said to be rounded is nothing but that.
    derivation.says_all = left.is_figure() && is_rounded_wrong(derivation);
    out_.push_back(derivation);
  }

  /// "1 ETH / 200 = 5,000,000 Gwei": a power of ten between units that are not known is their prefix.
  [[nodiscard]] bool is_unknown_prefix(const Side& left, const Side& right,
                                       const Derivation& derivation) const {
    return !derivation.holds() && arithmetic::is_off_by_zeros(derivation.comparison.ratio) &&
           words_.unknown_unit(left) != words_.unknown_unit(right);
  }

  /// A form that is no relation, or one that the text around it completes: nothing can be wrong with it.
  [[nodiscard]] bool relates_nothing(const Side& left, const Side& right,
                                     const Derivation& derivation) const {
    return is_no_relation(page_, left, right, derivation) || is_told_fuller(page_, derivation);
  }

  /// "11 consumers (round up to 12)": more than it takes.
  [[nodiscard]] bool rounds_further(const Side& left, const Link& link) const {
    return left.is_figure() && link.rounding != arithmetic::Rounding::unsaid &&
           page_.figure(page_.nodes[left.root].a).whole;
  }

  /// An operand is missing, or named: of the numbers that can be meant the first that makes the step hold, or
  /// else the nearest.
  void filled(std::size_t i, const Side& left, const Side& right, Derivation derivation) {
    constexpr float named_or_missing = 4.0F;
    if (!right.is_figure()) return;
    const MentionId target = page_.nodes[right.root].a;
    std::optional<Derivation> nearest;
    float rivals = 0.0F;
    for (const Filler& filler : fillers_.of(line_, left, page_.nodes)) {
      if (filler.mention == target) continue;
      Derivation trial = derivation;
      trial.generator = left.has_gap ? Generator::continued : Generator::elided;
      trial.gap = filler.mention;
      trial.price = filler.price + rivals;
      rivals += 0.7F;
      filler_ = filler.mention;
      arithmetic::look_around(page_.tokens, page_.nodes, left, around_);
      arithmetic::look_at(page_.figure(filler_), around_);
      const bool tells = against_figure(left, right, trial);
      filler_ = nowhere;
      if (!tells || is_unknown_prefix(left, right, trial)) continue;
      trial.is_cued = !relates_nothing(left, right, trial);
      trial.not_meant = std::max(meant_.not_meant(i, left, right, trial) - named_or_missing, 0.0F);
      if (trial.comparison.holds) {
        out_.push_back(trial);
        return;
      }
      if (!nearest) nearest = trial;
    }
    if (nearest) out_.push_back(*nearest);
  }

  static std::optional<arithmetic::Outcome> fill(const void* context, const Node&) {
    const auto* self = static_cast<const Steps*>(context);
    if (self->filler_ == nowhere) return std::nullopt;
    return arithmetic::outcome_of(self->page_.figure(self->filler_));
  }

  [[nodiscard]] arithmetic::Said said(const Side& left, const Figure& stated, const Link& link) const {
    return how_said(page_, words_, left, filler_, stated, link);
  }

  /// Nobody says the rate between two currencies.
  [[nodiscard]] bool changes_currency(const Side& side, const Figure& stated) const {
    for (std::uint32_t n = side.first_node; n <= side.root && stated.currency != Currency::none; ++n) {
      if (page_.nodes[n].operation != Operation::figure) continue;
      const Currency currency = page_.figure(page_.nodes[n].a).currency;
      if (currency != Currency::none && currency != stated.currency) return true;
    }
    return false;
  }

  bool against_figure(const Side& left, const Side& right, Derivation& derivation) const {
    derivation.target = page_.nodes[right.root].a;
    const Figure& stated = page_.tokens.figures[derivation.target];
    const auto outcomes = arithmetic::outcomes(page_.tokens, page_.nodes, left, around_, {fill, this});
    if (outcomes.empty()) return false;
    derivation.comparison =
        arithmetic::compare(page_.tokens, outcomes, stated, said(left, stated, derivation.link), around_);
    if (!derivation.comparison.comparable) return false;
    derivation.surprise = surprise(stated, derivation.comparison.width);
    if (changes_currency(left, stated)) return put_under_other_sign(left, derivation);
    return true;
  }

  /// "12 × $30 = €360": no exchange leaves the number as it is. A factor that is no whole number may be a
  /// rate of exchange, and of other currencies every factor.
  bool put_under_other_sign(const Side& left, Derivation& derivation) const {
    const auto is_rate = [](const Figure& figure) {
      if (figure.currency == Currency::none) return !figure.whole && !figure.has_unit();
      return figure.currency != Currency::dollar && figure.currency != Currency::euro &&
             figure.currency != Currency::pound;
    };
    bool may_exchange = is_rate(page_.figure(derivation.target));
    for (std::uint32_t n = left.first_node; n <= left.root; ++n) {
      const Node& node = page_.nodes[n];
      may_exchange = may_exchange || (node.operation == Operation::figure && is_rate(page_.figure(node.a)));
    }
    Comparison& comparison = derivation.comparison;
    const bool is_same_number =
        comparison.holds && std::abs(comparison.ratio - 1.0) < 1e-9 && left.operators > 0;
    comparison.holds = false;
    return is_same_number && !may_exchange && derivation.link.joint == Joint::equals;
  }

  /// Two calculations: the second is held against the first as if its value were printed.
  bool against_side(const Side& left, const Side& right, Derivation& derivation) const {
    const auto lefts = arithmetic::outcomes(page_.tokens, page_.nodes, left, around_, {});
    const auto rights = arithmetic::outcomes(page_.tokens, page_.nodes, right, around_, {});
    if (lefts.empty() || rights.empty()) return false;
    // "10M × 1 KB = 10 GB × 365 = 3.65 TB": the line runs on, and the first figure is what was meant.
    std::uint32_t first = right.first_node;
    while (page_.nodes[first].operation != Operation::figure) ++first;
    const Figure& begins = page_.tokens.figures[page_.nodes[first].a];
    for (const Outcome& outcome : rights) {
      if (outcome.cost > 0.0F && lefts.front().dimension == rights.front().dimension &&
          &outcome != &rights.front() && outcome.dimension != rights.front().dimension)
        continue;
      Figure value = begins;
      value.unit = {outcome.dimension, 1.0};
      value.number = value.high = outcome.value;
      value.step = std::max(outcome.high - outcome.low, 1e-9 * std::abs(outcome.value));
      value.shown = value.step;
      value.whole = false;
      value.reading_count = 0;
      const Comparison comparison =
          arithmetic::compare(page_.tokens, lefts, value, said(left, value, derivation.link), around_);
      if (!comparison.comparable) continue;
      if (derivation.comparison.comparable && (!comparison.holds || derivation.comparison.holds)) continue;
      derivation.comparison = comparison;
      derivation.comparison.cost += outcome.cost;
      derivation.surprise = surprise(value, comparison.width);
    }
    if (derivation.comparison.holds) return true;
    Derivation runs_on = derivation;
    runs_on.stated_end = runs_on.stated_begin + 1;
    Side head = right;
    head.root = head.first_node = first;
    head.operators = 0;
    if (against_figure(left, head, runs_on) && runs_on.comparison.holds && runs_on.evidence() > 0.0F) {
      derivation = runs_on;
      return true;
    }
    return derivation.comparison.comparable;
  }

  const Page& page_;
  const Fillers& fillers_;
  SideWords words_;
  MentionId filler_ = nowhere;  ///< of the gap or name, while it is tried
  LineId line_;
  const arithmetic::Chain& chain_;
  Meant meant_;
  std::vector<Derivation>& out_;
  Surroundings around_;
};

}  // namespace

namespace {

/// Joins what stands on its sides, however wide the gap; not where it is glued to one of them: "90+", "x2".
bool joins(const arithmetic::Token& token, bool is_glued) {
  if (token.kind == Kind::number || token.kind == Kind::word || token.kind == Kind::close ||
      token.kind == Kind::comma || token.kind == Kind::open)
    return false;
  const bool is_sign = token.kind == Kind::plus || token.kind == Kind::times || token.kind == Kind::minus;
  return !is_sign || !is_glued;
}

/// "5 EB    (100B × 50 KB)" explains what stands before; "10    (3+10)/2 = 6.5" goes on behind the bracket.
bool explains(const std::vector<arithmetic::Token>& tokens, std::uint32_t open, std::uint32_t end) {
  if (tokens[open].kind != Kind::open) return false;
  std::uint32_t depth = 0;
  for (std::uint32_t i = open; i < end; ++i) {
    if (tokens[i].kind == Kind::open) ++depth;
    if (tokens[i].kind == Kind::close && --depth == 0)
      return i + 1 >= end || (tokens[i + 1].kind != Kind::over && tokens[i + 1].kind != Kind::times &&
                              tokens[i + 1].kind != Kind::power && tokens[i + 1].kind != Kind::relation);
  }
  return false;
}

/// Where a wide gap parts the columns of a layout in code: the text behind it is another one.
std::uint32_t column_end(const Page& page, const Line& line, std::uint32_t begin) {
  constexpr std::uint32_t widest = 2;
  if (line.seat != Seat::code) return line.end_token;
  const auto& tokens = page.tokens.tokens;
  for (std::uint32_t i = begin + 1; i < line.end_token; ++i) {
    const bool is_gap = tokens[i].begin - tokens[i - 1].end > widest;
    const bool is_joined = joins(tokens[i], i + 1 < line.end_token && !tokens[i + 1].space_before) ||
                           joins(tokens[i - 1], i > begin + 1 && !tokens[i - 1].space_before);
    // "(60 s window)      (24 h TTL)" stand below two things.
    const bool is_explained = tokens[i - 1].kind == Kind::close;
    if (is_gap && !is_joined && (is_explained || !explains(tokens, i, line.end_token))) return i;
  }
  return line.end_token;
}

}  // namespace

std::vector<WrittenChain> read_written(Page& page, base::Arena& arena) {
  std::vector<WrittenChain> out;
  // What grows step by step leaves holes in memory: room for what is likely, later derivations included.
  out.reserve(page.mentions.size() / 2);
  page.nodes.reserve(5 * page.mentions.size());
  for (LineId id = 0; id < page.lines.size(); ++id) {
    const Line& line = page.lines[id];
    if (line.first_mention == line.end_mention) continue;
    for (std::uint32_t begin = line.first_token; begin < line.end_token;) {
      const std::uint32_t end = column_end(page, line, begin);
      for (const arithmetic::Chain& chain :
           arithmetic::read_chains(page.tokens, begin, end, line.plain().text, page.nodes, arena))
        out.push_back({id, chain});
      begin = end;
    }
  }
  return out;
}

std::vector<Calculation> calculations_of(const Page& page, const std::vector<WrittenChain>& chains) {
  std::vector<Calculation> out;
  out.reserve(chains.size());
  for (const WrittenChain& written : chains) {
    const arithmetic::Chain& chain = written.chain;
    const Side& first = chain.sides.front();
    const Side& last = chain.sides.back();
    Calculation calculation;
    calculation.line = written.line;
    if (!chain.is_result_first && first.operators > 0) {
      calculation.begin = first.begin;
      calculation.end = first.end;
    }
    if (chain.sides.size() > 1 && last.is_figure()) calculation.result = page.nodes[last.root].a;
    out.push_back(calculation);
  }
  return out;
}

void written(const Page& page, const Naming& naming, const std::vector<WrittenChain>& chains,
             std::vector<Derivation>& out) {
  std::vector<bool> related(page.mentions.size(), false);
  for (const WrittenChain& written : chains) {
    for (const Side& side : written.chain.sides) {
      for (std::uint32_t n = side.first_node; n <= side.root; ++n) {
        if (page.nodes[n].operation == Operation::figure) related[page.nodes[n].a] = true;
      }
    }
  }
  const Fillers fillers(page, naming);
  for (const WrittenChain& chain : chains) Steps(page, fillers, chain, related, out).run();
}

}  // namespace reckon::derive
