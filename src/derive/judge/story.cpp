// SPDX-License-Identifier: MIT
#include "derive/judge/story.hpp"

#include "derive/judge/inherited.hpp"
#include "derive/judge/own_operands.hpp"
#include "derive/judge/repair.hpp"
#include "derive/judge/track_record.hpp"
#include "derive/judge/written_out.hpp"
#include "derive/search/surprise.hpp"
#include "derive/written/called_wrong.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>
#include <span>

namespace reckon::derive {
namespace {

/// One written number in thirty is wrong.
constexpr float rate_of_mistakes = 4.9F;

/// A derivation without a cue explains only if it is no accident.
constexpr float least_of_guess = 0.0F;
constexpr float least_of_name = 1.0F;  ///< that it is the length of a period

units::Stated number_of(const Page& page, const Derivation& derivation) {
  units::Stated out = stated_of(page, derivation.target);
  out.dimension = out.dimension.without_counts();
  return out;
}

class Judge {
 public:
  Judge(const Page& page, const base::Sources& sources, const std::vector<Derivation>& derivations,
        std::optional<float> bar)
      : page_(page), sources_(sources), derivations_(derivations), bar_(bar), record_(page, derivations) {}

  Judged run() {
    index();
    out_.stories.resize(page_.mentions.size());
    for (std::uint32_t i = 0; i < derivations_.size(); ++i) explain(i);
    const auto fails = [](const Derivation& derivation) { return !derivation.holds() && derivation.is_cued; };
    out_.weighed.reserve(
        static_cast<std::size_t>(std::count_if(derivations_.begin(), derivations_.end(), fails)));
    for (std::uint32_t i = 0; i < derivations_.size(); ++i) accuse(i);
    tell_what_was_changed(page_, derivations_, out_.weighed);
    mark_told();
    mark_inherited(page_, derivations_, out_);
    return std::move(out_);
  }

 private:
  void explain(std::uint32_t index) {
    const Derivation& derivation = derivations_[index];
    if (!derivation.holds() || derivation.target == nowhere) return;
    const float evidence = derivation.evidence();
    const bool is_guess = !derivation.is_cued || derivation.generator == Generator::elided;
    const bool is_bare = operands_of(page_, derivation).empty();  // "30 days" is a month, and so what
    if (evidence < (is_bare ? least_of_name : is_guess ? least_of_guess : 0.0F)) return;
    Story& story = out_.stories[derivation.target];
    if (story.fate == Fate::explained && story.evidence >= evidence) return;
    story = {Fate::explained, index, evidence};
  }

  void accuse(std::uint32_t index) {
    const Derivation& derivation = derivations_[index];
    if (derivation.holds() || !derivation.is_cued) return;
    Accusation accusation;
    accusation.derivation = index;
    WithoutSlip plain = without_slip(derivation);
    if (auto slip = slip_of(derivation, plain.all()))
      accusation.slip = std::make_unique<const SlipFound>(std::move(*slip));
    for (const Changed& change : changes(page_, derivation)) {
      if (change.cost < plain.all()) plain = {change.cost, 0.0F, 0.0F};
    }
    add_right(derivation, accusation.reasons);
    add_wrong(derivation, plain, accusation.slip.get(), accusation.reasons);
    const float own = accusation.slip ? 0.0F : own_factor(page_, derivation);
    if (own > 0.0F) accusation.reasons.push_back({"a row may have a factor of its own", -own});
    if (const float doubt = record_.doubt_of(derivation); doubt > 0.0F)
      accusation.reasons.push_back({"how seldom such relations hold in this document", -doubt});
    const float trust = record_.trust_in(derivation);
    if (trust > 0.0F) accusation.reasons.push_back({"how often such relations hold in this document", trust});
    for (const Reason& reason : accusation.reasons) accusation.margin += reason.bits;
    accusation.probability = probability_of(accusation.margin);
    // Two figures that no conversion joins, or that differ by no slip, are two quantities, unless a sign
    // equates them.
    constexpr float surely = 10.0F;  // "1M pings a minute ≈ 700 pings/s"
    const bool is_said = accusation.slip || derivation.link.joint == arithmetic::Joint::equals ||
                         derivation.not_meant >= surely;
    const bool may_be_two = derivation.chained && (!is_said || !converts(derivation));
    // Words say less than signs: what they relate is wrong only where a slip shows how, or where they can
    // hardly mean anything else.
    const bool may_be_other = derivation.generator == Generator::spoken && !accusation.slip && !is_said;
    accusation.is_told = is_clear(accusation) && !may_be_two && !may_be_other &&
                         !is_called_wrong(page_, derivation.line, derivation.begin);
    if (derivation.target != nowhere) {
      Story& story = out_.stories[derivation.target];
      if (accusation.is_told) {
        story = {Fate::accused, index, accusation.margin};
      } else if (story.fate == Fate::input) {
        story = {Fate::unexplained, index, accusation.margin};
      }
    }
    accusation.reasons.shrink_to_fit();
    out_.weighed.push_back(std::move(accusation));
  }

  [[nodiscard]] bool is_clear(const Accusation& accusation) const {
    return bar_ ? accusation.margin >= *bar_ : accusation.probability >= warning_from;
  }

  /// What the cheapest story costs in which the number is right.
  void add_right(const Derivation& derivation, std::vector<Reason>& reasons) const {
    const float value = cost_of_value(derivation);
    // A column of calculations writes them out: an operand more is the mistake.
    const bool is_of_formulas = derivation.generator == Generator::elided && derivation.says_all;
    const float completed = is_of_formulas ? std::numeric_limits<float>::infinity() : excuse(derivation);
    const float excused = std::min(completed, derivation.comparison.excuse);
    if (excused < derivation.not_meant + value) {
      reasons.push_back({"another reading or derivation gives it", excused});
      return;
    }
    reasons.push_back({"it would be no relation, against what is written", derivation.not_meant});
    reasons.push_back({"the number would come from elsewhere", value});
  }

  /// What a wrong number costs that no slip explains.
  struct WithoutSlip {
    float value = 0.0F;
    float machine = 0.0F;  ///< nobody errs in the sixth digit: many digits come from a machine
    float far = 0.0F;
    [[nodiscard]] float all() const { return value + machine + far; }
  };
  WithoutSlip without_slip(const Derivation& derivation) const {
    constexpr float usual_digits = 9.3F;
    WithoutSlip out;
    out.value = cost_of_value(derivation);
    if (derivation.generator == Generator::repeated) return out;  // any other value is as near
    // Who adds up wrong is wrong in any digit, and the farther off the more numbers it could be.
    constexpr double nearly = 0.01;
    constexpr double not_far = 0.1;
    constexpr int most_by_hand = 6;  // digits that somebody adds up
    const double off = std::abs(derivation.comparison.ratio - 1.0);
    if (derivation.generator == Generator::total && off < not_far) {
      const auto further = static_cast<float>(std::log2(std::max(off / nearly, 1.0)));
      if (page_.figure(derivation.target).digits > most_by_hand) out.machine = out.value - usual_digits;
      out.value = std::min(out.value, usual_digits + further);
      return out;
    }
    out.machine = std::max(out.value - usual_digits, 0.0F);
    out.far = arithmetic::how_far(derivation.comparison.ratio);
    return out;
  }

  /// What the cheapest story costs in which it is wrong.
  void add_wrong(const Derivation& derivation, const WithoutSlip& plain, const SlipFound* slip,
                 std::vector<Reason>& reasons) const {
    reasons.push_back({"numbers are seldom wrong", -rate_of_mistakes});
    const float elsewhere = other_evidence(derivation);
    if (elsewhere > 0.0F) reasons.push_back({"another calculation gives it", -elsewhere});
    if (derivation.price > 0.0F) reasons.push_back({"where its operands stand", -derivation.price});
    if (derivation.comparison.cost > 0.0F)
      reasons.push_back({"how they are read", -derivation.comparison.cost});
    if (is_beyond_mistakes(derivation) && !(slip && slip->turns))
      reasons.push_back({"nobody is off by so much", -of_misreading});
    if (slip) {
      reasons.push_back({"the slip that explains it", -slip->price});
      return;
    }
    constexpr float of_other_things = 4.0F;
    reasons.push_back({"no slip explains it", -plain.value});
    if (derivation.counts_other) reasons.push_back({"it counts other things", -of_other_things});
    if (plain.machine > 0.0F) reasons.push_back({"it has many digits", -plain.machine});
    if (plain.far > 0.0F) reasons.push_back({"it is far off", -plain.far});
  }

  /// Six zeros are the most that somebody slips by. In public documents none of six that were off by more was
  /// a mistake: the reader had missed a unit.
  static bool is_beyond_mistakes(const Derivation& derivation) {
    constexpr double most = 3e6;
    const double ratio = derivation.comparison.ratio;
    return ratio > 0.0 && (ratio > most || ratio < 1.0 / most);
  }
  static constexpr float of_misreading = 6.0F;

  /// One figure told in another unit of its kind.
  [[nodiscard]] bool converts(const Derivation& derivation) const {
    using enum arithmetic::Supposition;
    constexpr arithmetic::Supposed letter =
        arithmetic::one(letter_as_unit) | arithmetic::one(letter_as_scale);
    if ((derivation.comparison.supposed & ~(letter | arithmetic::one(remainder))) != 0 ||
        derivation.target == nowhere)
      return false;
    const arithmetic::Node& node = page_.nodes[derivation.root];
    if (node.operation != arithmetic::Operation::figure) return false;
    // "1 core = 1000m": a letter that is read as a unit is another one.
    const bool is_letter = (derivation.comparison.supposed & letter) != 0 && page_.figure(node.a).has_unit();
    return is_letter || page_.figure(node.a).unit.factor != page_.figure(derivation.target).unit.factor;
  }

  /// The derivations of a mention.
  [[nodiscard]] std::span<const std::uint32_t> of(MentionId target) const {
    return {order_.data() + first_[target], order_.data() + first_[target + 1]};
  }

  /// Two statements of one number differ in what it is told of: a calculation that leaves its unit out says
  /// nothing about that.
  [[nodiscard]] static bool vouches(const Derivation& other, const Derivation& accused) {
    using enum arithmetic::Supposition;
    constexpr arithmetic::Supposed unsaid =
        arithmetic::one(period_unsaid) | arithmetic::one(second_unsaid) | arithmetic::one(unit_unsaid);
    return accused.generator != Generator::repeated || (other.comparison.supposed & unsaid) == 0;
  }

  /// Bits of another calculation that is written and gives the number: by accident, if it is wrong.
  float other_evidence(const Derivation& derivation) const {
    constexpr float least = 3.0F;
    float most = 0.0F;
    if (derivation.target == nowhere) return most;
    for (const std::uint32_t id : of(derivation.target)) {
      const Derivation& other = derivations_[id];
      const bool is_written = other.generator == Generator::written ||
                              other.generator == Generator::continued || other.generator == Generator::elided;
      const bool is_same = other.line == derivation.line && other.begin == derivation.begin;
      if (other.holds() && other.is_cued && is_written && !is_same && !other.chained &&
          vouches(other, derivation))
        most = std::max({most, other.evidence(), least});
    }
    return most;
  }

  /// What it costs to write the number down as one that follows from nothing here.
  float cost_of_value(const Derivation& derivation) const {
    if (derivation.target == nowhere) return derivation.surprise;
    float cost = surprise(page_.figure(derivation.target), 0.0);
    const std::vector<MentionId> own = operands_of(page_, derivation);
    // What a table calculates is said again in the text, right or wrong.
    const bool is_of_table =
        derivation.generator == Generator::total || derivation.generator == Generator::row;
    // What operators join is used, all of it.
    const bool is_of_signs = derivation.generator == Generator::written;
    for (const std::uint32_t id : of(derivation.target)) {
      const Derivation& other = derivations_[id];
      // The same numbers in another way are the mistake and no other source.
      if (!other.holds() || !vouches(other, derivation)) continue;
      if (derivation.says_all && !other.is_cued) continue;  // words are no guess
      const bool is_same = operands_of(page_, other) == own;
      // Words that leave one way open do not excuse those that do not.
      if (is_same && derivation.says_all && other.generator == Generator::spoken) continue;
      const bool leaves_out = is_of_signs && uses_only(page_, other, own);
      if (!other.is_cued && (is_same || leaves_out || only_scales(page_, other, own))) continue;
      if (is_of_table && is_copy(other) && !has_source(other)) continue;
      cost = std::min(cost, other.price + other.comparison.cost);
    }
    return cost;
  }

  /// A number that stands once more outside of its table, if of a month or a day: both are wrong if it is.
  [[nodiscard]] bool is_copy(const Derivation& derivation) const {
    const std::vector<MentionId> operands = operands_of(page_, derivation);
    return operands.size() == 1 &&
           page_.figure(operands.front()).number == page_.figure(derivation.target).number &&
           page_.line_of(operands.front()).table != page_.line_of(derivation.target).table;
  }
  /// Whether something yields what is copied.
  [[nodiscard]] bool has_source(const Derivation& copy) const {
    const std::span<const std::uint32_t> all = of(operands_of(page_, copy).front());
    return std::any_of(all.begin(), all.end(), [&](std::uint32_t id) {
      const Derivation& source = derivations_[id];
      return source.holds() && !is_copy(source) && !uses(page_, source, copy.target);
    });
  }

  /// A product behind a plain "=" has its operands beside it: of 2,000 in documents of others five had left
  /// one out.
  [[nodiscard]] bool leaves_nothing_out(const Derivation& derivation) const {
    using arithmetic::Operation;
    const Operation operation = page_.nodes[derivation.root].operation;
    return derivation.generator == Generator::written && derivation.link.joint == arithmetic::Joint::equals &&
           !derivation.link.approximate &&
           (operation == Operation::multiply || operation == Operation::divide);
  }

  /// The cheapest other derivation of the same place: an operand that stands apart, another reading.
  float excuse(const Derivation& derivation) const {
    float cheapest = std::numeric_limits<float>::infinity();
    if (derivation.target == nowhere) return cheapest;
    const float more = leaves_nothing_out(derivation) ? 4.0F : 0.0F;
    for (const std::uint32_t id : of(derivation.target)) {
      const Derivation& other = derivations_[id];
      const bool same = other.holds() && other.generator == Generator::elided &&
                        other.line == derivation.line && other.begin == derivation.begin;
      if (same) cheapest = std::min(cheapest, more + other.price + other.comparison.cost);
      constexpr float with_more = 1.0F;
      if (completes(other, derivation))
        cheapest = std::min(cheapest, more + with_more + other.price + other.comparison.cost);
    }
    return cheapest;
  }

  /// "1 billion URLs / 100 bytes each = 100 GB": holds with an operand more than is written out.
  [[nodiscard]] bool completes(const Derivation& other, const Derivation& derivation) const {
    if (derivation.says_all || !other.holds() || other.evidence() <= 0.0F) return false;
    const std::vector<MentionId> more = operands_of(page_, other);
    const std::vector<MentionId> written = operands_of(page_, derivation);
    return more.size() > written.size() && !only_scales(page_, other, written) &&
           std::includes(more.begin(), more.end(), written.begin(), written.end());
  }

  /// The derivations in the order of their targets.
  void index() {
    const std::size_t mentions = page_.mentions.size();
    first_.assign(mentions + 1, 0);
    for (const Derivation& derivation : derivations_) {
      if (derivation.target != nowhere) ++first_[derivation.target + 1];
    }
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    order_.resize(first_.back());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (std::uint32_t i = 0; i < derivations_.size(); ++i) {
      if (derivations_[i].target != nowhere) order_[next[derivations_[i].target]++] = i;
    }
  }

  /// A slip that costs more than the bare number is none.
  std::optional<SlipFound> slip_of(const Derivation& derivation, float dearest) const {
    if (derivation.target == nowhere) return std::nullopt;
    const units::Stated stated = number_of(page_, derivation);
    units::Unit unit = stated.unit;
    if (unit.factor == 0.0) unit.factor = 1.0;
    unit.dimension = unit.dimension.without_counts();
    SlipCase number{written_out(page_, sources_, derivation),
                    derivation.comparison.right * unit.factor,
                    unit,
                    stated.unit_text,
                    {}};
    const auto value = formula::value_of(number.calculation.formula);
    if (value && *value != 0.0) number.scale = number.right / *value;
    auto slip = find_slip(number, stated, dearest);
    const bool counts = stated.dimension.is_dimensionless() && stated.unit.factor == 1.0;
    if (!slip && counts) {  // of what is rounded up to whole things
      number.right = std::ceil(derivation.comparison.right) * unit.factor;
      slip = find_slip(number, stated, dearest);
    }
    return slip;
  }

  /// What is told no longer is only unexplained.
  void mark_told() {
    for (Story& story : out_.stories) {
      if (story.fate == Fate::accused) story.fate = Fate::unexplained;
    }
    for (const Accusation& accusation : out_.weighed) {
      const MentionId target = accused_number(accusation, derivations_);
      if (accusation.is_told && target != nowhere)
        out_.stories[target] = {Fate::accused, accusation.derivation, accusation.margin};
    }
  }

  const Page& page_;
  const base::Sources& sources_;
  const std::vector<Derivation>& derivations_;
  std::optional<float> bar_;
  TrackRecord record_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> first_;  ///< of each mention, in `order_`
  Judged out_;
};

}  // namespace

std::string_view name(Fate fate) {
  constexpr std::array<std::string_view, 5> names{"input", "explained", "unexplained", "accused",
                                                  "inherited"};
  return names[static_cast<std::size_t>(fate)];
}

double probability_of(float margin) {
  constexpr double slope = 0.6;
  constexpr double centre = 0.5;
  return 1.0 / (1.0 + std::exp(-slope * (static_cast<double>(margin) - centre)));
}

Judged judge(const Page& page, const base::Sources& sources, const std::vector<Derivation>& derivations,
             std::optional<float> bar) {
  return Judge(page, sources, derivations, bar).run();
}

}  // namespace reckon::derive
