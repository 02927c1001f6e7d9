// SPDX-License-Identifier: MIT
#include "derive/written.hpp"

#include "arithmetic/evaluate.hpp"
#include "derive/fillers.hpp"
#include "derive/left_out.hpp"
#include "derive/no_relation.hpp"
#include "derive/side_words.hpp"
#include "derive/surprise.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace reckon::derive {
namespace {

using arithmetic::Comparison;
using arithmetic::Figure;
using arithmetic::Joint;
using arithmetic::Kind;
using arithmetic::Link;
using arithmetic::Node;
using arithmetic::Operation;
using arithmetic::Outcome;
using arithmetic::Side;
using arithmetic::Surroundings;

constexpr double small_whole = 1000.0;

/// How dear it is to say that a joint is no relation: of a sum or product, and of one figure beside another.
struct JointRow {
  Joint joint;
  float calculates;
  float restates;
};
constexpr JointRow joints[] = {
    {Joint::equals, 13.0F, 8.0F}, {Joint::about, 11.0F, 8.0F}, {Joint::arrow, 8.0F, 0.5F},
    {Joint::bound, 9.5F, 0.0F},   {Joint::colon, 7.0F, 1.0F},  {Joint::bracket, 9.0F, 4.0F},
    {Joint::verb, 9.0F, 2.5F},    {Joint::leap, 8.0F, 0.5F},   {Joint::alternative, 5.0F, 4.0F},
    {Joint::words, 1.0F, 0.0F},
};

class Steps {
 public:
  Steps(const Page& page, const Fillers& fillers, const WrittenChain& written,
        const std::vector<bool>& related, std::vector<Derivation>& out)
      : page_(page),
        fillers_(fillers),
        words_(page, written.line),
        line_(written.line),
        chain_(written.chain),
        related_(related),
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
    derivation.chained = !calculates(left, derivation.link);
    if (left.has_gap || left.has_name) return filled(i, left, right, derivation);
    const bool tells =
        right.is_figure() ? against_figure(left, right, derivation) : against_side(left, right, derivation);
    if (!tells) return;
    derivation.is_cued = true;
    derivation.not_meant = not_meant(i, left, right, derivation);
    derivation.counts_other = right.is_figure() && words_.counts_other(left, right);
    out_.push_back(derivation);
  }

  /// "100.8 rounded up is 101" calculates as well.
  static bool calculates(const Side& left, const Link& link) {
    return left.operators > 0 || link.rounding != arithmetic::Rounding::unsaid;
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
      if (!tells) continue;
      trial.is_cued = true;
      trial.not_meant = std::max(not_meant(i, left, right, trial) - named_or_missing, 0.0F);
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

  arithmetic::Said said(const Side& left, const Figure& stated, const Link& link) const {
    arithmetic::Said out;
    out.link = link;
    bool all_small = true;
    bool any_unit = false;
    bool all_named = true;
    bool rounds = false;
    for (std::uint32_t n = left.first_node; n <= left.root; ++n) {
      const Node& node = page_.nodes[n];
      rounds = rounds || node.operation == Operation::ceil || node.operation == Operation::floor;
      if (node.operation != Operation::figure) continue;
      const Figure& figure = page_.tokens.figures[node.a];
      any_unit = any_unit || words_.has_noun(node.end);
      all_named = all_named && (figure.has_unit() || words_.has_noun(node.end));
      out.has_share = out.has_share || figure.is_percent();
      all_small =
          all_small && figure.whole && !figure.scaled && figure.number < small_whole && !figure.approximate;
      const units::Dimension kind = figure.unit.dimension.without_counts();
      any_unit = any_unit || !kind.is_dimensionless();
      if (!kind.is_dimensionless()) out.factors.push_back(figure.unit.factor);
    }
    if (filler_ != nowhere) {
      const Figure& figure = page_.figure(filler_);
      const units::Dimension kind = figure.unit.dimension.without_counts();
      any_unit = any_unit || !kind.is_dimensionless();
      all_small = all_small && figure.whole && !figure.scaled && figure.number < small_whole;
      if (!kind.is_dimensionless()) out.factors.push_back(figure.unit.factor);
    }
    out.bare = !any_unit && !all_named;
    out.calculates = left.operators > 0;
    out.lent = words_.lent_period(left);
    out.rounds = rounds || link.rounding != arithmetic::Rounding::unsaid;
    const bool is_small = stated.whole && !stated.scaled && stated.number < small_whole;
    const bool plain = link.joint == Joint::equals && !link.approximate && !stated.approximate;
    out.exact = plain && is_small && all_small && left.operators > 0;
    return out;
  }

  /// Nobody says the rate between two currencies.
  [[nodiscard]] bool changes_currency(const Side& side, const Figure& stated) const {
    using arithmetic::Currency;
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
    if (changes_currency(left, stated)) return false;
    const auto outcomes = arithmetic::outcomes(page_.tokens, page_.nodes, left, around_, {fill, this});
    if (outcomes.empty()) return false;
    derivation.comparison =
        arithmetic::compare(page_.tokens, outcomes, stated, said(left, stated, derivation.link), around_);
    if (!derivation.comparison.comparable) return false;
    derivation.surprise = surprise(stated, derivation.comparison.width);
    return true;
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

  /// Words or a form that say that no relation is meant.
  [[nodiscard]] bool means_nothing(const Side& left, const Side& right, const Derivation& derivation) const {
    if (words_.shares_out(left) || words_.shares_out(right)) return true;
    if (is_no_relation(page_, left, right, derivation)) return true;
    if (derivation.link.joint == Joint::bound && words_.is_asked(left)) return true;
    if (derivation.link.joint == Joint::bracket && words_.counts_others(left, right)) return true;
    return words_.unknown_unit(left) != words_.unknown_unit(right);
  }

  /// One amount in another unit.
  static float converted(Joint joint, std::size_t strangers) {
    if (joint == Joint::leap || joint == Joint::arrow) return 0.0F;
    return joint == Joint::equals && strangers > 0 ? -1.0F : 2.0F;
  }
  /// Beside numbers that it does not use.
  static float beside(std::size_t strangers) {
    if (strangers == 0) return 0.0F;
    return 1.5F + 0.5F * static_cast<float>(std::min<std::size_t>(strangers - 1, 4));
  }

  float not_meant(std::size_t i, const Side& left, const Side& right, const Derivation& derivation) const {
    const auto* const row = std::find_if(std::begin(joints), std::end(joints), [&](const JointRow& joint) {
      return joint.joint == derivation.link.joint;
    });
    const bool calculates = Steps::calculates(left, derivation.link) || right.operators > 0;
    if (means_nothing(left, right, derivation)) return 0.0F;
    float bits = calculates ? row->calculates : row->restates;
    if (derivation.link.joint == Joint::bracket && words_.is_size_of_thing(right)) bits -= 4.0F;
    if (derivation.link.joint == Joint::bracket && fits_unit(left, derivation)) bits += 2.0F;
    bits -= 1.0F * static_cast<float>(std::min<int>(derivation.link.unknown_words, 3));
    // Numbers of the sentence that the chain leaves out may belong to it all the same.
    const std::size_t strangers = numbers_left_out(page_, chain_, related_);
    const bool converts = !calculates && derivation.target != nowhere &&
                          measures_something(page_.figure(derivation.target).unit.dimension);
    if (!calculates && words_.tells_rate_again(left, right)) bits += 4.0F;
    bits += converts ? converted(derivation.link.joint, strangers) : -beside(strangers);
    const Line& line = page_.lines[line_];
    if (line.seat == Seat::cell || line.seat == Seat::heading) bits -= 2.0F;
    // What is short of a unit may be short of a factor.
    const arithmetic::Supposed no_unit = arithmetic::one(arithmetic::Supposition::unit_unsaid);
    const bool sums = page_.nodes[left.root].operation == Operation::add ||
                      page_.nodes[left.root].operation == Operation::subtract;
    const bool is_short = (derivation.comparison.supposed & no_unit) != 0 && !sums;
    if (is_short && !(calculates && words_.says_again(left, derivation.target)))
      bits -= calculates ? 4.0F : 2.0F;
    if (!calculates && !words_.may_tell_one(left, right)) return 0.0F;
    if (i > 1 && derivation.link.joint == Joint::leap) bits -= 1.0F;
    return std::max(bits, 0.0F);
  }

  /// Operands of several units that come to the unit of the result are seldom side by side by accident.
  [[nodiscard]] bool fits_unit(const Side& left, const Derivation& derivation) const {
    constexpr arithmetic::Supposed unit = arithmetic::one(arithmetic::Supposition::unit_unsaid) |
                                          arithmetic::one(arithmetic::Supposition::period_unsaid) |
                                          arithmetic::one(arithmetic::Supposition::second_unsaid);
    if (derivation.target == nowhere || (derivation.comparison.supposed & unit) != 0) return false;
    std::size_t units = 0;
    for (std::uint32_t n = left.first_node; n <= left.root; ++n) {
      const Node& node = page_.nodes[n];
      if (node.operation == Operation::figure &&
          !page_.figure(node.a).unit.dimension.without_counts().is_dimensionless())
        ++units;
    }
    return units > 1 && measures_something(page_.figure(derivation.target).unit.dimension);
  }

  const Page& page_;
  const Fillers& fillers_;
  SideWords words_;
  MentionId filler_ = nowhere;  ///< of the gap or name, while it is tried
  LineId line_;
  const arithmetic::Chain& chain_;
  const std::vector<bool>& related_;  ///< mentions that some chain relates to another
  std::vector<Derivation>& out_;
  Surroundings around_;
};

}  // namespace

std::vector<WrittenChain> read_written(Page& page) {
  std::vector<WrittenChain> out;
  for (LineId id = 0; id < page.lines.size(); ++id) {
    const Line& line = page.lines[id];
    if (line.first_mention == line.end_mention) continue;
    for (arithmetic::Chain& chain : arithmetic::read_chains(page.tokens, line.first_token, line.end_token,
                                                            line.plain().text, page.nodes))
      out.push_back({id, std::move(chain)});
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
