// SPDX-License-Identifier: MIT
#include "check/judge_equation.hpp"

#include "check/expression.hpp"
#include "check/false_steps.hpp"
#include "check/judge.hpp"
#include "check/period_steps.hpp"
#include "formula/dimensions.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace reckon::check {
namespace {

using document::Side;
using units::Interval;

constexpr std::size_t most_readings = 64;
/// "7.14 → 10 cores": a count may be rounded up to the next size that is bought.
constexpr double next_size = 2.0;
/// Periods that a product of a rate leaves unsaid: second, minute, hour, day, month, year.
constexpr std::array periods{1.0, 60.0, 3600.0, 86400.0, 2592000.0, 31536000.0};

struct Reading {
  const formula::Formula& formula;
  Interval interval;
  units::Dimension dimension;  ///< strict axes only
};

std::optional<Reading> evaluate(const formula::Formula& formula) {
  const formula::DimensionCheck check = formula::check_dimensions(formula, {{}, true});
  if (!check.problems.empty() || check.type.is_truth) return std::nullopt;
  const auto interval = interval_of(formula);
  if (!interval) return std::nullopt;
  return Reading{formula, *interval, check.type.dimension.without_counts()};
}

/// A side in all its readings, the most natural first.
struct Readings {
  std::vector<formula::Formula> formulas;
  std::vector<Reading> list;  ///< of these formulas
};

Readings readings(const Side& side) {
  Readings out;
  std::vector<formula::Formula>& formulas = out.formulas;
  formulas.push_back(side.expression);
  for (const document::Alternative& alternative : side.alternatives) {
    const std::size_t count = formulas.size();
    for (std::size_t i = 0; i < count && formulas.size() < most_readings; ++i) {
      formula::Formula other = formulas[i];
      other.nodes[alternative.node].literal = alternative.reading;
      formulas.push_back(std::move(other));
    }
  }
  for (const formula::Formula& formula : formulas) {
    if (const auto reading = evaluate(formula)) out.list.push_back(*reading);
  }
  return out;
}

Interval scaled(const Interval& i, double factor) {
  return {i.low * factor, i.value * factor, i.high * factor};
}

/// The right side as something stated, with its marks and bounds.
units::Stated stated_of(const Side& side, const Reading& reading) {
  units::Stated stated =
      reading.formula.nodes.size() == 1 ? reading.formula.nodes.front().literal : units::Stated{};
  stated.interval = reading.interval;
  stated.dimension = reading.dimension;
  stated.approximate = stated.approximate || side.relation == document::Relation::approximately;
  if (side.relation == document::Relation::at_least) stated.comparator = units::Comparator::at_least;
  if (side.relation == document::Relation::at_most) stated.comparator = units::Comparator::at_most;
  return stated;
}

bool is_whole_count(const units::Stated& stated) {
  return stated.dimension.is_count() && stated.number == std::floor(stated.number) && stated.number > 0.0;
}

/// From here on the last digit of a share counts: 99.9 % is not 99.99 % cut off.
constexpr double nearly_all = 0.9;

struct Match {
  Verdict verdict = Verdict::contradicted;
  std::string convention;
};

/// Left and right of the same dimension, in base units.
Match match(const Side& left_side, const Interval& left, const Side& right_side, const units::Stated& right) {
  const Comparison comparison = compare(right, left);
  if (comparison.agreement == Agreement::same) return {Verdict::consistent, {}};
  if (comparison.agreement == Agreement::rounded) return {Verdict::rounded, comparison.convention};
  const double value = right.interval.value;
  switch (right.comparator) {
    case units::Comparator::at_least:
    case units::Comparator::greater:
      if (left.high >= right.interval.low) return {Verdict::consistent, {}};
      break;
    case units::Comparator::at_most:
    case units::Comparator::less:
      if (left.low <= right.interval.high) return {Verdict::consistent, {}};
      break;
    case units::Comparator::equal:
      break;
  }
  const bool is_share = right.dimension.is_dimensionless() && right_side.is_quantity() &&
                        (right.unit.factor == 0.01 || right.unit_text.empty());
  const units::Interval printed = right_side.is_quantity() ? right_side.quantity().interval : right.interval;
  const double last_digit = printed.high - printed.low;
  if (is_share && value < nearly_all && left.high >= value && left.low < value + last_digit)
    return {Verdict::rounded, "cut off behind its last digit"};
  if (is_whole_count(right)) {
    const double unit = right.unit.factor;
    if (std::ceil(left.low / unit - 1e-9) <= value / unit &&
        value / unit <= std::ceil(left.high / unit - 1e-9)) {
      return {Verdict::consistent, "rounded up"};
    }
    const bool said_down =
        right_side.rounding == document::Rounding::down || right_side.rounding == document::Rounding::nearest;
    if (said_down && std::floor(left.low / unit) <= value / unit &&
        value / unit <= std::floor(left.high / unit)) {
      return {Verdict::consistent, "rounded down"};
    }
    constexpr double half = 0.5 + 1e-9;
    if (value >= 1.0 && std::abs(left.value / unit - value) <= half)
      return {Verdict::rounded, "rounded to a whole number"};
    if (left_side.is_quantity() && value >= left.value && value <= left.value * next_size) {
      return {Verdict::rounded, "rounded up to the next size"};
    }
  }
  return {};
}

bool has_bare_number(const formula::Formula& formula) {
  return std::any_of(formula.nodes.begin(), formula.nodes.end(), [](const formula::Node& node) {
    return node.operation == formula::Operation::literal && node.literal.unit_text.empty();
  });
}

bool is_percentage(const units::Stated& stated) {
  return stated.dimension.is_dimensionless() && stated.unit.factor == 0.01;
}

bool has_no_unit(const formula::Formula& formula) {
  return std::all_of(formula.nodes.begin(), formula.nodes.end(), [](const formula::Node& node) {
    return node.operation != formula::Operation::literal || node.literal.unit_text.empty();
  });
}

bool speaks_of_time(const formula::Formula& formula) {
  return std::any_of(formula.nodes.begin(), formula.nodes.end(), [](const formula::Node& node) {
    return node.operation == formula::Operation::literal && node.literal.dimension.of(units::Axis::time) != 0;
  });
}

class StepJudge {
 public:
  StepJudge(const Side& left, const Side& right, bool apart) : left_(left), right_(right), apart_(apart) {}

  /// Tries every pair of readings; the best verdict stands, and the first comparable pair explains a
  /// contradiction.
  Judgement judge() {
    // As written, nearly all steps hold; what else their letters may mean is looked at when they do not.
    const auto left_first = evaluate(left_.expression);
    const auto right_first = evaluate(right_.expression);
    if (left_first && right_first && try_pair(*left_first, *right_first)) return out_;
    out_ = Judgement{Verdict::open, {}, {}, {}, {}, {}, {}};
    shows_conversion_ = false;
    const Readings lefts = readings(left_);
    const Readings rights = readings(right_);
    for (const Reading& right : rights.list) {
      for (const Reading& left : lefts.list) {
        if (try_pair(left, right)) return out_;
      }
    }
    return out_;
  }

 private:
  /// "6 + 18 + 15 = 39 ms": numbers without any unit speak in that of the result.
  bool try_bare(const Reading& left, const units::Stated& stated) {
    const double unit = stated.unit.factor;
    if (!has_no_unit(left.formula) || stated.unit_text.empty() || unit == 0.0) return false;
    // "6 * 1024 * 1024 = 6 MiB" counts bytes.
    for (const double factor : {unit, 1.0}) {
      const Interval in_unit = scaled(left.interval, factor);
      const Match found = match(left_, in_unit, right_, stated);
      if (found.verdict != Verdict::contradicted && settle(found, in_unit, stated, false, left)) return true;
    }
    return false;
  }

  /// True when the pair settles the step.
  bool try_pair(const Reading& left, const Reading& right) {
    if (drops_period(left, right)) return false;
    if (try_bare(left, stated_of(right_, right))) return true;
    const auto power = time_between(left.dimension, right.dimension);
    if (!power) return false;
    const units::Stated stated = stated_of(right_, right);
    const bool is_share_of_something = is_percentage(stated) && !left.dimension.is_dimensionless();
    if (is_share_of_something) return false;
    const bool period_unsaid = *power != 0;
    // "$·s" for "$" is no period left out, unless a bare number is the rate: "100,000 × 200 µs = 20 cores".
    const bool is_share_of_time =
        right_.is_quantity() && right_.quantity().unit_text.find('/') != std::string::npos;
    const bool is_over = *power > 0 && right.dimension.of(units::Axis::time) >= 0 && !is_share_of_time;
    if (is_over) {
      return has_bare_number(left.formula) && steps_in(left.formula, stated) != Steps::lead_elsewhere &&
             try_period(left, stated, *power, 1.0);
    }
    const Steps steps = steps_in(left.formula, stated);
    if (steps == Steps::lead_elsewhere) return false;
    // A reading that drops the period of an operand has nothing to convert.
    if (steps == Steps::unknown && period_in(left_.expression)) return false;
    if (!period_unsaid) {
      const Match found = match(left_, left.interval, right_, stated);
      return settle(found, left.interval, stated, false, left);
    }
    // "14 GB/day × 30 days" is what comes in 30 days, whatever the result calls it.
    if (const auto time = *power > 0 ? time_added_up(left.formula) : std::nullopt)
      return try_total(left, stated, *time);
    // The period that one side states is the first to be tried for the other.
    const auto said = *power > 0 ? period_of(stated) : period_in(left.formula);
    const bool only_left_out = *power > 0 && said && !speaks_of_time(left_.expression);
    if (try_period(left, stated, *power, said.value_or(1.0), !only_left_out)) return true;
    if (divides_by_seconds(left.formula) || (said && period_in(left_.expression))) return false;
    return std::any_of(periods.begin(), periods.end(),
                       [&](double period) { return try_period(left, stated, *power, period); });
  }

  /// A total over a time beside a rate: it has to be told by that time.
  bool try_total(const Reading& left, const units::Stated& stated, double time) {
    constexpr double near = 1.25;
    const double period = period_of(stated).value_or(1.0);
    const Interval told = scaled(left.interval, 1.0 / period);
    const Match found = match(left_, told, right_, stated);
    if (time / period < near && period / time < near) return settle(found, told, stated, false, left);
    // The number of the total under another period, or another number.
    const bool is_mislabelled = found.verdict != Verdict::contradicted;
    return settle({}, is_mislabelled ? scaled(left.interval, 1.0 / time) : told, stated, false, left);
  }

  /// A rate times a time is a total, and the period of the result is meant: neither may be read without it.
  [[nodiscard]] bool drops_period(const Reading& left, const Reading& right) const {
    const auto period = period_in(left_.expression);
    const bool has_result_period = right_.is_quantity() && period_of(right_.quantity());
    if (!period || !has_result_period) return false;
    // "once in each 20 s" makes a rate of a count; where there is one, it makes nonsense.
    const bool inverts =
        std::any_of(left.formula.nodes.begin(), left.formula.nodes.end(), [](const formula::Node& node) {
          return node.operation == formula::Operation::literal &&
                 node.literal.unit_text.starts_with("once each");
        });
    if (inverts) return true;
    const bool drops_left = !period_in(left.formula);
    const bool drops_right = right.dimension.of(units::Axis::time) == 0;
    if (time_added_up(left_.expression) && (drops_left || drops_right || drops_duration(left.formula)))
      return true;
    // "1B/month ÷ 86,400": a day's seconds do not part a month.
    constexpr double near = 1.25;
    const auto parted = drops_left ? time_divided_by(left.formula) : std::nullopt;
    return parted && (*parted / *period > near || *period / *parted > near);
  }
  /// Takes "30 days" as the bare number 30.
  [[nodiscard]] bool drops_duration(const formula::Formula& reading) const {
    const auto& natural = left_.expression.nodes;
    for (std::size_t i = 0; i < natural.size(); ++i) {
      if (natural[i].operation != formula::Operation::literal) continue;
      const bool is_duration = natural[i].literal.dimension.of(units::Axis::time) > 0;
      if (is_duration && reading.nodes[i].literal.unit_text.empty()) return true;
    }
    return false;
  }

  bool try_period(const Reading& left, const units::Stated& stated, int power, double period,
                  bool period_unsaid = true) {
    const Interval in_period = scaled(left.interval, std::pow(period, -power));
    return settle(match(left_, in_period, right_, stated), in_period, stated, period_unsaid, left);
  }

  bool settle(const Match& found, const Interval& left, const units::Stated& stated, bool period_unsaid,
              const Reading& reading) {
    const bool holds = found.verdict != Verdict::contradicted;
    if (!holds && says_two_things()) return false;
    // An unsaid period explains much; it contradicts only where numbers stand without a unit.
    // Where only position relates the sides, it contradicts nothing.
    const bool tells = holds || !period_unsaid || (!apart_ && has_bare_number(reading.formula));
    if (!tells || (!holds && !explains_better(left, stated, reading))) return false;
    out_.verdict = found.verdict;
    out_.convention = found.convention;
    out_.recomputed = scaled(left, period_left_out(stated));
    if (left.value != 0.0) out_.ratio = stated.interval.value / left.value;
    return holds;
  }

  /// A reading without the period that is written is told in what is written all the same.
  [[nodiscard]] double period_left_out(const units::Stated& stated) const {
    if (!right_.is_quantity() || stated.unit.factor == 0.0) return 1.0;
    const units::Stated& written = right_.quantity();
    const auto power = time_between(written.dimension.without_counts(), stated.dimension.without_counts());
    return power.value_or(0) == 0 ? 1.0 : written.unit.factor / stated.unit.factor;
  }

  /// Of several readings that contradict, the most telling is shown: one that takes a bare number as the
  /// conversion between the units that both sides state, then the first.
  bool explains_better(const Interval& left, const units::Stated& stated, const Reading& reading) {
    const bool is_conversion = converts(reading.formula, stated);
    if (out_.verdict == Verdict::contradicted && (shows_conversion_ || !is_conversion)) return false;
    shows_conversion_ = is_conversion && left.value != 0.0;
    return true;
  }

  /// "400 ms backoff = 700 ms in all", "25 ms one way → 50 ms both ways": nobody converts a unit to itself,
  /// so where two quantities of one unit differ they are about two things.
  [[nodiscard]] bool says_two_things() const {
    if (!left_.is_quantity() || !right_.is_quantity()) return false;
    const units::Stated& left = left_.quantity();
    const units::Stated& right = right_.quantity();
    return left.unit.factor == right.unit.factor && left.dimension == right.dimension;
  }

  const Side& left_;
  const Side& right_;
  bool apart_;
  bool shows_conversion_ = false;
  Judgement out_{Verdict::open, {}, {}, {}, {}, {}, {}};
};

/// The first quantity of a side that runs on: "= 10 GB × 365 = ..." says 10 GB first.
Side first_quantity(const Side& side) {
  Side out = side;
  out.expression.nodes.resize(1);
  std::erase_if(out.alternatives, [](const document::Alternative& a) { return a.node != 0; });
  return out;
}

}  // namespace

StepJudgement judge_step(const document::Equation& equation, std::size_t step) {
  const bool turned = equation.result_first && step == 1;
  const Side& left = equation.sides[turned ? 1 : step - 1];
  const Side& right = equation.sides[turned ? 0 : step];
  StepJudgement out;
  out.judgement = StepJudge(left, right, equation.apart).judge();
  if (out.judgement.verdict == Verdict::contradicted && right.may_run_on) {
    Judgement shorter = StepJudge(left, first_quantity(right), equation.apart).judge();
    if (shorter.verdict != Verdict::contradicted) out.judgement = std::move(shorter);
  }
  if (right.is_quantity()) out.unit = right.quantity().unit;
  out.calculation = left.expression;
  if (const auto count = count_called_bytes(left, right)) {
    out.is_count = true;
    out.unit = {};
    out.judgement.verdict = Verdict::contradicted;
    out.judgement.recomputed = *count;
  }
  if (const auto rate = rate_by_another_period(left, right)) {
    out.judgement.verdict = Verdict::contradicted;
    out.judgement.recomputed = *rate;
    out.judgement.ratio = right.quantity().interval.value / rate->value;
    out.calculation.nodes.resize(1);
    return out;
  }
  for (std::size_t i = turned ? 0 : step; i-- > 0 && out.calculation.nodes.size() == 1;) {
    out.calculation = equation.sides[i].expression;
  }
  return out;
}

}  // namespace reckon::check
