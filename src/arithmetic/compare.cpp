// SPDX-License-Identifier: MIT
#include "arithmetic/compare.hpp"

#include "arithmetic/readings.hpp"

#include <algorithm>
#include <cmath>

namespace reckon::arithmetic {
namespace {

using units::Axis;

constexpr float usual_reading = 2.1F;
constexpr Supposed length_read = one(Supposition::known_period) | one(Supposition::changed_period);
/// A reading of the stated figure: its number stands for `unit`s.
struct Stated {
  Figure figure;
  float cost = 0.0F;
  Supposed supposed = 0;
};

std::vector<Stated> readings_of(const Tokens& tokens, const Figure& figure, const Surroundings& around) {
  std::vector<Stated> out{{figure, 0.0F, 0}};
  for (std::size_t i = 0; i < figure.reading_count; ++i) {
    const Reading& reading = tokens.readings[figure.first_reading + i];
    Stated other{figure, bits_of_letter(reading.why, around), one(reading.why)};
    other.figure.multiply(reading.scale);
    other.figure.unit = reading.unit;
    out.push_back(other);
  }
  return out;
}

/// Of several readings under which a number is wrong the cheapest was meant, but for one that a slip by a
/// power of ten explains: no mistake is commoner.
float how_wrong(double ratio) {
  constexpr float no_zero = 12.0F;
  return is_off_by_zeros(ratio) ? how_far(ratio) : no_zero;
}

class Comparing {
 public:
  explicit Comparing(const Said& said, bool as_written = false) : said_(said), as_written_(as_written) {}

  void against(const Outcome& outcome, const Stated& stated) {
    // "365 × 5 years": where years are counted and no time is left, no days are changed to years.
    constexpr Supposed at_odds = one(Supposition::changed_period) | one(Supposition::period_as_count);
    if ((outcome.supposed & at_odds) == at_odds && outcome.dimension.of(Axis::time) == 0) return;
    const units::Dimension kind = stated.figure.unit.dimension.without_counts();
    const int periods = kind.of(Axis::time) - outcome.dimension.of(Axis::time);
    units::Dimension timeless = outcome.dimension;
    timeless.exponents[static_cast<std::size_t>(Axis::time)] =
        kind.exponents[static_cast<std::size_t>(Axis::time)];
    const bool is_time = kind == units::axis(Axis::time);
    const bool has_none = outcome.dimension.is_dimensionless();
    if (kind == outcome.dimension) number(outcome, stated, 1.0, 0.0F, 0);
    if (kind.is_dimensionless() && has_none && said_.bare && stated.figure.magnitude() != 1.0)
      number(outcome, stated, stated.figure.magnitude(), bits(Supposition::magnitude_unsaid),
             one(Supposition::magnitude_unsaid), true);
    const bool is_large = stated.figure.magnitude() != 1.0 && !kind.is_dimensionless();
    if (has_none && said_.bare && is_large)
      number(outcome, stated, stated.figure.unit.factor * stated.figure.magnitude(),
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
    const bool counts_by_letter = (outcome.supposed & one(Supposition::letter_as_scale)) != 0;
    if (!said_.bare && !(counts_by_letter && said_.bare_but_letters))
      return number(outcome, stated, 1.0, unsaid + other_prefix, why, true);
    number(outcome, stated, unit, unsaid, why);
    number(outcome, stated, 1.0, unsaid + other_prefix, why, true);
    constexpr double minute = 60.0;  // and what is longer takes no prefix
    if (stated.figure.unit.dimension == units::axis(Axis::time) && unit >= minute) return;
    for (const double step : {1e-3, 1e-6, 1e-9, 1e3}) {
      number(outcome, stated, unit * step, unsaid + other_prefix, why, true);
      if (stated.figure.unit.dimension.of(Axis::data) == 0) continue;
      constexpr auto binary = Supposition::binary_prefix;
      const double steps = std::round(std::log10(step) / 3.0);
      number(outcome, stated, unit * std::pow(1024.0, steps), unsaid + other_prefix + bits(binary),
             why | one(binary), true);
    }
  }

  /// One side names a period that the other leaves out.
  void period(const Outcome& outcome, const Stated& stated, int missing) {
    // Who divides a month's number by 86,400 has not left out the month.
    constexpr float second_period = 10.0F;
    const bool reads_period = (outcome.supposed & length_read) != 0;
    const float twice = reads_period && !said_.has_share ? second_period : 0.0F;
    const auto unsaid = [](Period period) {
      return period == Period::second ? Supposition::second_unsaid : Supposition::period_unsaid;
    };
    if (missing < 0) {  // the figure is a rate, the outcome a total
      const double length = length_of_period(stated.figure);
      const Period named = stated.figure.period == Period::none ? Period::second : stated.figure.period;
      const Supposition why = unsaid(named);
      // A size times a time is no size.
      if (outcome.dimension == units::axis(Axis::data) * units::axis(Axis::time)) return;
      if (stated.figure.period == Period::none) left_out(outcome, stated);
      // "2^12 = 4096 IDs per millisecond": bare numbers are meant in the unit of the result.
      const bool is_of_part = stated.figure.period == Period::none && stated.figure.unit.factor > 1.0;
      if (is_of_part && said_.bare)
        number(outcome, stated, stated.figure.unit.factor, bits(Supposition::unit_unsaid),
               one(Supposition::unit_unsaid));
      if (said_.lent != Period::none && named == Period::second) {
        // "... 86.4M rows a day. 86.4M × 34 B = 2.9 GB/s": the operand is known to be no rate a second.
        constexpr float otherwise = 11.0F;
        number(outcome, stated, 1.0 / seconds(said_.lent), 0.0F, 0);
        if (!as_written_) number(outcome, stated, 1.0, bits(why) + otherwise, one(why), true);
        return;
      }
      return number(outcome, stated, 1.0 / length, bits(why), one(why));
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

  /// In seconds, of a rate. A period without a name shows in the unit of what is counted or paid: "$38 a
  /// fortnight".
  static double length_of_period(const Figure& rate) {
    if (rate.period != Period::none) return seconds(rate.period);
    const units::Dimension what = rate.unit.dimension.without_counts() * units::axis(Axis::time);
    const bool is_counted = what.is_dimensionless() || what == units::axis(Axis::money);
    return is_counted && rate.unit.factor < 1.0 ? 1.0 / rate.unit.factor : 1.0;
  }

  /// "$80K / 4B messages a month = $0.00002/message": the dividend is of a month as well.
  void left_out(const Outcome& outcome, const Stated& stated) {
    for (unsigned i = 1; i < 8; ++i) {
      if ((outcome.periods & (1U << i)) == 0) continue;
      const Supposition why = Supposition::period_unsaid;
      number(outcome, stated, 1.0 / seconds(static_cast<Period>(i)), bits(why), one(why));
    }
  }

  /// `only_if_it_holds`: a reading that nobody would hold against the author.
  void number(const Outcome& outcome, const Stated& stated, double factor, float cost, Supposed supposed,
              bool only_if_it_holds = false) {
    constexpr Supposed usual = length_read | one(Supposition::bits_per_byte) | one(Supposition::prefix_step) |
                               one(Supposition::period_as_count) | one(Supposition::percent_added) |
                               one(Supposition::remainder) | one(Supposition::period_unsaid) |
                               one(Supposition::second_unsaid) | one(Supposition::unit_unsaid) |
                               one(Supposition::letter_as_scale) | one(Supposition::letter_as_unit);
    cost += outcome.cost + stated.cost;
    supposed |= outcome.supposed | stated.supposed;
    only_if_it_holds = only_if_it_holds || (supposed & ~usual) != 0;
    settle(outcome, stated, factor, cost, supposed, only_if_it_holds);
    for (const auto& [excess, why] : excesses(outcome, stated))
      settle(outcome, stated, factor * excess, cost + bits(why), supposed | one(why), true);
  }

  void settle(const Outcome& outcome, const Stated& stated, double factor, float cost, Supposed supposed,
              bool only_if_it_holds) {
    const double unit = factor / stated.figure.unit.factor;
    const double value = outcome.value * unit;
    // "3 - 5 replicas × 2": nobody tells a difference below zero without its sign.
    if (!std::isfinite(value) || (value < 0.0 && stated.figure.number > 0.0)) return;
    const double low = std::min(outcome.low * unit, outcome.high * unit);
    const double high = std::max(outcome.low * unit, outcome.high * unit);
    // A share of a thousand per cent is none: a count stands beside a percentage that only labels it.
    constexpr double largest_share = 1.5;
    if (stated.figure.is_percent() && outcome.value > largest_share && stated.figure.number <= 100.0) return;
    const bool is_cut = (supposed & one(Supposition::integer_division)) != 0;
    if (is_cut && said_.link.rounding != Rounding::unsaid) return;
    const Agreement agreed = agree(value, low, high, stated.figure, said_);
    if (only_if_it_holds && !agreed.holds) return;
    // Many readings and a wide berth would excuse anything.
    const bool is_coarse = agreed.holds && bits(agreed.supposition) >= bits(Supposition::about_coarse);
    const Agreement strict = is_coarse && cost > usual_reading ? Agreement{} : agreed;
    if (only_if_it_holds && !strict.holds) return;
    const double ratio = value == 0.0 ? 0.0 : stated.figure.number / value;
    const float price = cost + (strict.holds ? strict.cost : how_wrong(ratio));
    const bool is_better =
        !best.comparable || (strict.holds && !best.holds) || (strict.holds == best.holds && price < price_);
    if (!is_better) return;
    price_ = price;
    best.comparable = true;
    best.holds = strict.holds;
    best.cost = cost + strict.cost;
    best.supposed = supposed | (strict.holds ? one(strict.supposition) : Supposed{0});
    best.right = strict.holds ? value : rounded(value, stated.figure);
    best.ratio = ratio;
    best.width = value == 0.0 ? 1.0 : strict.width / std::abs(value);
  }

  /// What is said to be rounded is told rounded.
  [[nodiscard]] double rounded(double value, const Figure& stated) const {
    if (said_.link.rounding == Rounding::unsaid || stated.step <= 0.0 || !stated.whole) return value;
    const double steps = value / stated.step;
    return stated.step * (said_.link.rounding == Rounding::up ? std::ceil(steps) : std::floor(steps));
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
                           (outcome.supposed & length_read) != 0;
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
  bool as_written_;     ///< rare readings are left out
  float price_ = 0.0F;  ///< of the best: what it takes for granted, and how far off it is
};

}  // namespace

bool is_off_by_zeros(double ratio) {
  constexpr double rounded = 0.01;
  const double decades = ratio > 0.0 ? std::abs(std::log10(ratio)) : 0.0;
  return decades > 0.5 && std::abs(decades - std::round(decades)) < rounded;
}

float how_far(double ratio) {
  const double decades = ratio > 0.0 ? std::abs(std::log10(ratio)) : 3.0;
  return static_cast<float>(std::clamp(2.0 * (decades - 1.5), 0.0, 6.0));
}

Comparison compare(const Tokens& tokens, const std::vector<Outcome>& outcomes, const Figure& stated,
                   const Said& said, const Surroundings& around) {
  Comparing comparing(said);
  for (const Stated& reading : readings_of(tokens, stated, around)) {
    for (const Outcome& outcome : outcomes) comparing.against(outcome, reading);
  }
  constexpr float rare = 6.0F;
  if (!comparing.best.holds || comparing.best.cost < rare) return comparing.best;
  // What holds by a rare reading only fails as it is written.
  Comparing plain(said, true);
  for (const Outcome& outcome : outcomes) {
    if (outcome.supposed == 0) plain.against(outcome, {stated, 0.0F, 0});
  }
  if (!plain.best.comparable || plain.best.holds) return comparing.best;
  plain.best.excuse = comparing.best.cost;
  return plain.best;
}

}  // namespace reckon::arithmetic
