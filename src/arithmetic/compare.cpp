// SPDX-License-Identifier: MIT
#include "arithmetic/compare.hpp"

#include "arithmetic/readings.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace reckon::arithmetic {
namespace {

using units::Axis;
using units::Comparator;

constexpr double rounding_noise = 1e-9;
/// "7.14 → 10 cores": up to the next size that is bought, never more than double.
constexpr double largest_step_up = 2.0;
constexpr double coarse_share = 0.1;
constexpr float usual_reading = 2.1F;
constexpr double nearly = 0.051;
/// Hardly any honest rounding needs more.
constexpr double widest_order = 1.45;
constexpr double widest_cut = 0.25;

/// One of 1, 2, 4, 8... or with one digit that says something.
bool is_bought_size(const Figure& figure) {
  if (figure.digits <= 1) return true;
  const double power = std::log2(figure.number);
  const bool is_power = power == std::round(power);
  const double quarter = figure.number / 8.0;
  return is_power || (figure.whole && quarter == std::round(quarter) && figure.number <= 512.0);
}

bool is_count(const Figure& figure) {
  return figure.whole && !figure.scaled && figure.unit.dimension.is_count() && !figure.is_percent();
}

class Agreeing {
 public:
  Agreeing(double value, double low, double high, const Figure& figure, const Said& said)
      : value_(value), low_(low), high_(high), figure_(figure), said_(said) {}

  Agreement run() {
    const Comparator bound = figure_.comparator != Comparator::equal ? figure_.comparator : said_.link.bound;
    if (bound != Comparator::equal) return against(bound);
    if (figure_.is_range()) return in_range();
    digits();
    if (!out_.holds) whole_things();
    if (!out_.holds && !said_.exact && !said_.rounds) cut();
    const bool is_rough = figure_.approximate || said_.link.approximate || is_power_of_ten();
    if (!out_.holds && is_rough) roughly();
    if (!out_.holds && !said_.exact) next_size();
    if (!out_.holds && !said_.exact && !said_.rounds) near_miss();
    return out_;
  }

 private:
  void take(Supposition why, double width) {
    if (out_.holds && out_.cost <= bits(why)) return;
    out_ = {true, bits(why), why, width};
  }
  [[nodiscard]] double off() const { return std::abs(value_ - figure_.number); }
  [[nodiscard]] double noise() const { return rounding_noise * std::abs(value_); }
  [[nodiscard]] bool near(double half) const { return off() <= half + noise(); }
  [[nodiscard]] bool reaches(double half) const {
    return low_ <= figure_.number + half + noise() && high_ >= figure_.number - half - noise();
  }

  /// "10^5" is an order of magnitude.
  [[nodiscard]] bool is_power_of_ten() const { return figure_.exact && figure_.digits == 1; }

  void digits() {
    const double hidden = high_ - low_;
    if (near(0.5 * figure_.step)) return take(Supposition::as_written, figure_.step);
    if (said_.exact || said_.rounds) {
      if (!said_.rounds && reaches(0.5 * figure_.step) && !all_whole())
        take(Supposition::hidden_digits, hidden);
      return;
    }
    if (near(0.5 * figure_.shown)) take(Supposition::shown_digits, figure_.shown);
    if (!out_.holds && reaches(0.5 * figure_.shown)) take(Supposition::hidden_digits, hidden + figure_.shown);
  }
  [[nodiscard]] bool all_whole() const { return low_ == high_; }

  /// 7.14 nodes are 8.
  void whole_things() {
    // "= 24" is meant to the last digit, but there is no third of a server.
    const bool is_whole = std::abs(value_ - std::round(value_)) <= noise();
    if (!is_count(figure_) || (said_.exact && is_whole)) return;
    const double up = std::ceil(value_ - noise());
    const double down = std::floor(value_ + noise());
    const bool raised = figure_.number == up || (figure_.number >= std::ceil(low_ - noise()) &&
                                                 figure_.number <= std::ceil(high_ - noise()));
    if (raised && said_.link.rounding != Rounding::down) take(Supposition::rounded_up_count, 1.0);
    const bool is_cut = figure_.number == down && down > 0.0;
    if (is_cut && said_.link.rounding != Rounding::up) take(Supposition::rounded_down_count, 1.0);
  }

  void cut() {
    if ((figure_.digits >= 2 || figure_.scaled || !figure_.whole) && off() < figure_.step &&
        off() <= widest_cut * std::abs(value_))
      take(Supposition::cut_digits, 2.0 * figure_.step);
  }

  void roughly() {
    if (near(figure_.shown)) take(Supposition::about_one_digit, 2.0 * figure_.shown);
    if (!out_.holds && near(coarse_share * std::abs(value_)))
      take(Supposition::about_coarse, 2.0 * coarse_share * std::abs(value_));
    const double ratio = figure_.number / value_;
    const bool is_order = figure_.digits <= 1 && ratio > 1.0 / widest_order && ratio < widest_order;
    if (!out_.holds && is_order)
      take(Supposition::order_of_magnitude, (widest_order - 1.0 / widest_order) * std::abs(value_));
  }

  /// 385.8 told as 400: nobody prints two digits who means more.
  void near_miss() {
    constexpr double cut_to_one_digit = 0.16;  // 46,296 told as 40,000
    const double widest = figure_.digits <= 1 && figure_.number < value_ ? cut_to_one_digit : nearly;
    if (figure_.digits <= 2 && off() <= widest * std::abs(value_))
      take(Supposition::near_miss, 2.0 * nearly * std::abs(value_));
  }

  void next_size() {
    const bool is_size = figure_.unit.dimension.without_counts() == units::axis(Axis::data);
    if (!is_count(figure_) && !is_size) return;
    const bool follows = said_.link.joint == Joint::arrow || said_.link.joint == Joint::leap ||
                         said_.link.joint == Joint::verb || said_.link.joint == Joint::words;
    const double ratio = figure_.number / value_;
    if (follows && ratio > 1.0 && ratio <= largest_step_up && is_bought_size(figure_))
      take(Supposition::next_size, std::abs(value_));
  }

  Agreement against(Comparator bound) {
    const bool at_least = bound == Comparator::at_least || bound == Comparator::greater;
    const double half = 0.5 * figure_.shown;
    const bool holds = at_least ? high_ >= figure_.number - half : low_ <= figure_.number + half;
    if (!holds) return {};
    return {true, bits(Supposition::bound_holds), Supposition::bound_holds,
            std::numeric_limits<double>::infinity()};
  }

  Agreement in_range() {
    const double low = figure_.number - 0.5 * figure_.shown;
    const double high = figure_.high + 0.5 * figure_.shown;
    if (high_ < low || low_ > high) return {};
    return {true, 0.0F, Supposition::as_written, high - low};
  }

  double value_;
  double low_;
  double high_;
  const Figure& figure_;
  const Said& said_;
  Agreement out_;
};

/// A reading of the stated figure: its number stands for `unit`s.
struct Stated {
  Figure figure;
  float cost = 0.0F;
  Supposed supposed = 0;
};

std::vector<Stated> readings_of(const Tokens& tokens, const Figure& figure) {
  std::vector<Stated> out{{figure, 0.0F, 0}};
  for (std::size_t i = 0; i < figure.reading_count; ++i) {
    const Reading& reading = tokens.readings[figure.first_reading + i];
    Stated other{figure, bits(reading.why), one(reading.why)};
    other.figure.number *= reading.scale;
    other.figure.high *= reading.scale;
    other.figure.step *= reading.scale;
    other.figure.shown *= reading.scale;
    other.figure.unit = reading.unit;
    out.push_back(other);
  }
  return out;
}

class Comparing {
 public:
  Comparing(const Said& said, const Surroundings& around) : said_(said), around_(around) {}

  void against(const Outcome& outcome, const Stated& stated) {
    const units::Dimension kind = stated.figure.unit.dimension.without_counts();
    const int periods = kind.of(Axis::time) - outcome.dimension.of(Axis::time);
    units::Dimension timeless = outcome.dimension;
    timeless.exponents[static_cast<std::size_t>(Axis::time)] =
        kind.exponents[static_cast<std::size_t>(Axis::time)];
    const bool is_time = kind == units::axis(Axis::time);
    const bool has_none = outcome.dimension.is_dimensionless();
    if (kind == outcome.dimension) number(outcome, stated, 1.0, 0.0F, 0);
    if (kind.is_dimensionless() && has_none && said_.bare && stated.figure.magnitude != 1.0)
      number(outcome, stated, stated.figure.magnitude, bits(Supposition::magnitude_unsaid),
             one(Supposition::magnitude_unsaid), true);
    const bool is_large = stated.figure.magnitude != 1.0 && !kind.is_dimensionless();
    if (has_none && said_.bare && is_large)
      number(outcome, stated, stated.figure.unit.factor * stated.figure.magnitude,
             bits(Supposition::magnitude_unsaid) + bits(Supposition::unit_unsaid),
             one(Supposition::magnitude_unsaid) | one(Supposition::unit_unsaid), true);
    if (timeless == kind && (periods == 1 || periods == -1) && !(is_time && has_none))
      period(outcome, stated, periods);
    const bool is_frequency = kind == units::Dimension{} / units::axis(Axis::time);
    if (has_none && !kind.is_dimensionless() && !is_frequency) unit_of_result(outcome, stated);
    if (kind.is_dimensionless() && !stated.figure.has_unit() && !has_none && said_.calculates) {
      for (const double factor : said_.factors) {
        number(outcome, stated, 1.0 / factor, bits(Supposition::unit_unsaid), one(Supposition::unit_unsaid));
      }
    }
  }

  Comparison best;

 private:
  /// Bare numbers are meant in the unit of the result, in the base unit, or in one that other prefixes give.
  void unit_of_result(const Outcome& outcome, const Stated& stated) {
    constexpr float other_prefix = 1.5F;
    const float unsaid = bits(Supposition::unit_unsaid);
    const Supposed why = one(Supposition::unit_unsaid);
    const double unit = stated.figure.unit.factor;
    if (!said_.bare) return number(outcome, stated, 1.0, unsaid + other_prefix, why, true);
    number(outcome, stated, unit, unsaid, why);
    number(outcome, stated, 1.0, unsaid + other_prefix, why, true);
    for (const double step : {1e-3, 1e-6, 1e-9, 1e3})
      number(outcome, stated, unit * step, unsaid + other_prefix, why, true);
  }

  /// One side names a period that the other leaves out.
  void period(const Outcome& outcome, const Stated& stated, int missing) {
    // Who divides a month's number by 86,400 has not left out the month.
    constexpr float second_period = 10.0F;
    const bool reads_period = (outcome.supposed & one(Supposition::known_period)) != 0;
    const float twice = reads_period && !said_.has_share ? second_period : 0.0F;
    const auto unsaid = [](Period period) {
      return period == Period::second ? Supposition::second_unsaid : Supposition::period_unsaid;
    };
    if (missing < 0) {  // the figure is a rate, the outcome a total
      const Period named = stated.figure.period == Period::none ? Period::second : stated.figure.period;
      const Supposition why = unsaid(named);
      return number(outcome, stated, 1.0 / seconds(named), bits(why), one(why));
    }
    for (unsigned i = 1; i < 8; ++i) {
      if ((outcome.periods & (1U << i)) == 0) continue;
      const auto named = static_cast<Period>(i);
      const Supposition why = unsaid(named);
      number(outcome, stated, seconds(named), bits(why) + twice, one(why));
    }
    const bool names_none = (outcome.periods & ~1U) == 0;
    number(outcome, stated, 1.0, bits(Supposition::second_unsaid) + 1.0F + twice,
           one(Supposition::second_unsaid), !names_none);
  }

  /// `only_if_it_holds`: a reading that nobody would hold against the author.
  void number(const Outcome& outcome, const Stated& stated, double factor, float cost, Supposed supposed,
              bool only_if_it_holds = false) {
    constexpr Supposed usual =
        one(Supposition::known_period) | one(Supposition::bits_per_byte) | one(Supposition::prefix_step) |
        one(Supposition::period_as_count) | one(Supposition::percent_added) | one(Supposition::remainder) |
        one(Supposition::period_unsaid) | one(Supposition::second_unsaid) | one(Supposition::unit_unsaid) |
        one(Supposition::letter_as_scale) | one(Supposition::letter_as_unit);
    cost += outcome.cost + stated.cost;
    supposed |= outcome.supposed | stated.supposed;
    only_if_it_holds = only_if_it_holds || (supposed & ~usual) != 0;
    settle(outcome, stated, factor, cost, supposed, only_if_it_holds);
    for (const auto& [excess, why] : excesses(outcome, stated)) {
      settle(outcome, stated, factor * excess, cost + bits(why), supposed | one(why), only_if_it_holds);
    }
  }

  void settle(const Outcome& outcome, const Stated& stated, double factor, float cost, Supposed supposed,
              bool only_if_it_holds) {
    const double unit = factor / stated.figure.unit.factor;
    const double value = outcome.value * unit;
    if (!std::isfinite(value)) return;
    const double low = std::min(outcome.low * unit, outcome.high * unit);
    const double high = std::max(outcome.low * unit, outcome.high * unit);
    // A share of a thousand per cent is none: a count stands beside a percentage that only labels it.
    constexpr double largest_share = 1.5;
    if (stated.figure.is_percent() && outcome.value > largest_share && stated.figure.number <= 100.0) return;
    const Agreement agreed = agree(value, low, high, stated.figure, said_);
    if (only_if_it_holds && !agreed.holds) return;
    // Many readings and a wide berth would excuse anything.
    const bool is_coarse = agreed.holds && bits(agreed.supposition) >= bits(Supposition::about_coarse);
    const Agreement strict = is_coarse && cost > usual_reading ? Agreement{} : agreed;
    if (only_if_it_holds && !strict.holds) return;
    const bool is_better = !best.comparable || (strict.holds && !best.holds) ||
                           (strict.holds == best.holds && cost + strict.cost < best.cost);
    if (!is_better) return;
    best.comparable = true;
    best.holds = strict.holds;
    best.cost = cost + strict.cost;
    best.supposed = supposed | (strict.holds ? one(strict.supposition) : Supposed{0});
    best.right = value;
    best.ratio = value == 0.0 ? 0.0 : stated.figure.number / value;
    best.width = value == 0.0 ? 1.0 : strict.width / std::abs(value);
  }

  struct Excess {
    double factor;
    Supposition why;
  };
  /// 1024 for 1000 where a prefix changes, other months and years where they are converted.
  [[nodiscard]] std::vector<Excess> excesses(const Outcome& outcome, const Stated& stated) const {
    std::vector<Excess> out;
    const Outcome told = outcome_of(stated.figure);
    if (told.prefixes != 0 && outcome.prefixes != 0) {
      int most = 0;
      for (int a = 0; a < 7; ++a) {
        for (int b = 0; b < 7; ++b) {
          const bool both = (told.prefixes >> a & 1) != 0 && (outcome.prefixes >> b & 1) != 0;
          if (both) most = std::max(most, std::abs(a - b));
        }
      }
      double factor = 1.0;
      for (int power = 1; power <= most; ++power) {
        factor *= 1.024;
        out.push_back({factor, Supposition::binary_prefix});
        out.push_back({1.0 / factor, Supposition::binary_prefix});
      }
    }
    const unsigned periods = outcome.periods | told.periods;
    constexpr unsigned bare = 1U << static_cast<unsigned>(Period::none);
    // A length of time, on either side, is converted to.
    const bool is_length = told.dimension.of(Axis::time) > 0 || outcome.dimension.of(Axis::time) > 0 ||
                           (outcome.supposed & one(Supposition::known_period)) != 0;
    for (const Convention& row : conventions()) {
      const unsigned own = 1U << static_cast<unsigned>(row.period);
      const bool shorter = (periods & (own - 1U) & ~bare) != 0;
      if ((periods & own) == 0 || (!shorter && !is_length)) continue;
      out.push_back({row.factor, row.supposition});
      out.push_back({1.0 / row.factor, row.supposition});
    }
    return out;
  }

  const Said& said_;
  const Surroundings& around_;
};

}  // namespace

Agreement agree(double value, double low, double high, const Figure& figure, const Said& said) {
  return Agreeing(value, low, high, figure, said).run();
}

Comparison compare(const Tokens& tokens, const std::vector<Outcome>& outcomes, const Figure& stated,
                   const Said& said, const Surroundings& around) {
  Comparing comparing(said, around);
  for (const Stated& reading : readings_of(tokens, stated)) {
    for (const Outcome& outcome : outcomes) comparing.against(outcome, reading);
  }
  constexpr float rare = 6.0F;
  if (!comparing.best.holds || comparing.best.cost < rare) return comparing.best;
  // What holds by a rare reading only fails as it is written.
  Comparing plain(said, around);
  for (const Outcome& outcome : outcomes) {
    if (outcome.supposed == 0) plain.against(outcome, {stated, 0.0F, 0});
  }
  if (!plain.best.comparable || plain.best.holds) return comparing.best;
  plain.best.excuse = comparing.best.cost;
  return plain.best;
}

}  // namespace reckon::arithmetic
