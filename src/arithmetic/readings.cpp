// SPDX-License-Identifier: MIT
#include "arithmetic/readings.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace reckon::arithmetic {
namespace {

using units::Axis;

/// So many `unit` make a `whole`: as a duration the number is that many units, as a conversion it changes the
/// unit and not the quantity ("pings a day over 86,400 is pings a second").
struct Length {
  double number;
  Period unit;
  Period whole;
  Supposition supposition;
};

using enum Period;
constexpr auto exact = Supposition::known_period;
constexpr auto coarse = Supposition::rounded_period;
constexpr auto busy = Supposition::busy_days;

constexpr std::array lengths{
    Length{60, second, minute, exact},
    Length{60, minute, hour, exact},
    Length{3600, second, hour, exact},
    Length{24, hour, day, exact},
    Length{1440, minute, day, exact},
    Length{86400, second, day, exact},
    Length{100000, second, day, coarse},
    Length{7, day, week, exact},
    Length{168, hour, week, exact},
    Length{604800, second, week, exact},
    Length{28, day, month, coarse},
    Length{30, day, month, exact},
    Length{31, day, month, coarse},
    Length{30.4, day, month, coarse},
    Length{30.44, day, month, coarse},
    Length{4, week, month, coarse},
    Length{4.33, week, month, coarse},
    Length{4.3, week, month, coarse},
    Length{720, hour, month, exact},
    Length{730, hour, month, exact},
    Length{744, hour, month, coarse},
    Length{43200, minute, month, exact},
    Length{43800, minute, month, exact},
    Length{2.5e6, second, month, coarse},
    Length{2.6e6, second, month, coarse},
    Length{2.592e6, second, month, exact},
    Length{2.628e6, second, month, exact},
    Length{12, month, year, exact},
    Length{52, week, year, exact},
    Length{365, day, year, exact},
    Length{365.25, day, year, exact},
    Length{360, day, year, coarse},
    Length{366, day, year, coarse},
    Length{400, day, year, coarse},
    Length{8760, hour, year, exact},
    Length{525600, minute, year, exact},
    Length{3.15e7, second, year, coarse},
    Length{3.1536e7, second, year, exact},
    Length{3.2e7, second, year, coarse},
    Length{5, day, week, busy},
    Length{8, hour, day, busy},
    Length{10, hour, day, busy},
    Length{12, hour, day, busy},
    Length{20, day, month, busy},
    Length{21, day, month, busy},
    Length{22, day, month, busy},
    Length{50, week, year, busy},
    Length{250, day, year, busy},
    Length{252, day, year, busy},
};

struct Step {
  double number;
  double binary_excess;  ///< 1024/1000 to its power; 1 for a decimal step
};
constexpr std::array steps{
    Step{1000, 1.0}, Step{1024, 1.024},
    Step{1e6, 1.0},  Step{1048576, 1.048576},
    Step{1e9, 1.0},  Step{1073741824, 1.073741824},
    Step{1e12, 1.0}, Step{1099511627776, 1.099511627776},
};

constexpr std::array convention_rows{
    Convention{365.0 / 360.0, month, Supposition::other_month},
    Convention{365.25 / 360.0, month, Supposition::other_month},
    Convention{30.44 / 30.0, month, Supposition::other_month},
    Convention{365.2425 / 360.0, month, Supposition::other_month},
    Convention{28.0 / 30.0, month, Supposition::other_month},
    Convention{31.0 / 30.0, month, Supposition::other_month},
    Convention{365.25 / 365.0, year, Supposition::other_year},
    Convention{365.2425 / 365.0, year, Supposition::other_year},
    Convention{360.0 / 365.0, year, Supposition::other_year},
    Convention{366.0 / 365.0, year, Supposition::other_year},
    Convention{100000.0 / 86400.0, day, Supposition::rounded_period},
};

bool is_near(double a, double b) {
  return std::abs(a - b) <= 1e-9 * std::abs(b);
}

Outcome with(const Outcome& base, double value, const units::Dimension& dimension, Supposition why) {
  Outcome out = base;
  out.value = out.low = out.high = value;
  out.dimension = dimension;
  out.cost += bits(why);
  out.supposed |= one(why);
  return out;
}

class Readings {
 public:
  Readings(const Figure& figure, const Surroundings& around, std::vector<Outcome>& out)
      : figure_(figure), around_(around), written_(out.front()), out_(out) {}

  void letters(const Tokens& tokens) {
    for (std::size_t i = 0; i < figure_.reading_count; ++i) {
      const Reading& reading = tokens.readings[figure_.first_reading + i];
      const double scale = reading.scale * reading.unit.factor / figure_.unit.factor;
      Outcome other = written_;
      other.value *= scale;
      other.low *= scale;
      other.high *= scale;
      other.dimension = reading.unit.dimension.without_counts();
      other.cost += bits_of_letter(reading.why, around_);
      other.supposed |= one(reading.why);
      out_.push_back(other);
    }
  }

  /// A bare factor.
  void bare() {
    const double value = figure_.number;
    const bool converts = around_.bits && around_.bytes;
    if (is_near(value, 8.0) && converts) add(1.0, {}, Supposition::bits_per_byte);
    if (is_near(value, 0.125) && converts) add(1.0, {}, Supposition::bits_per_byte);
    for (const Length& row : lengths) {
      if (!is_near(value, row.number)) continue;
      const double length = row.number * seconds(row.unit);
      if (row.supposition != busy || around_.time) add(length, units::axis(Axis::time), row.supposition);
      if (around_.time) add(length / seconds(row.whole), {}, changes(row));
    }
    if (!around_.data && !around_.money && !around_.time) return;
    for (const Step& step : steps) {
      if (!is_near(value, step.number)) continue;
      add(1.0, {}, Supposition::prefix_step);
      if (step.binary_excess != 1.0) add(step.binary_excess, {}, Supposition::prefix_step);
    }
  }

  /// "3M requests/day ÷ 100K": about the seconds of a day, whatever way they are written.
  void rounded_day() {
    for (const Length& row : lengths) {
      if (row.supposition != coarse || !is_near(figure_.number, row.number)) continue;
      add(row.number * seconds(row.unit), units::axis(Axis::time), row.supposition);
      if (around_.time || around_.rate)
        add(row.number * seconds(row.unit) / seconds(row.whole), {}, changes(row));
    }
  }

  /// `24 h`, `3 years` as a factor.
  void duration(const Outcome& time) {
    const double unit = time.value / figure_.number;
    // "2 MB/s × 30 days" is a total: a count of periods is meant only where nothing is said per period.
    if (unit >= seconds(minute) * (1.0 - 1e-9) || is_length(time)) {
      if (!around_.rate) add_to(time, figure_.number, {}, Supposition::period_as_count);
    }
    // A scrape every 20 s; nobody means "once in 24 hours" by "× 24 h".
    if (time.value > 0.0 && time.value < seconds(hour) && !is_length(time))
      add_to(time, 1.0 / time.value, units::Dimension{} / time.dimension, Supposition::once_in_each);
    for (const Length& row : lengths) {
      const double length = row.number * seconds(row.unit);
      if (is_near(time.value, length) && row.supposition == exact && is_near(row.number, figure_.number))
        add_to(time, length / seconds(row.whole), {}, Supposition::changed_period);
    }
    // A working day has eight hours where something is paid or done by the hour.
    constexpr double working_share = 8.0 / 24.0;
    if (around_.rate && is_near(unit, seconds(day)))
      add_to(time, time.value * working_share, time.dimension, Supposition::busy_days);
  }

  /// "365 days/year", "40 h/week": a ratio of times as the number that it is.
  void ratio_of_times() {
    if (figure_.period != none && written_.dimension.is_dimensionless())
      add(figure_.number, {}, Supposition::period_as_count);
  }

  /// An amount for each unit of the size beside it: "80 TB × $0.02".
  void price() {
    constexpr double gigabyte = 1e9;
    const bool is_size = written_.dimension == units::axis(Axis::data);
    constexpr double bit = 0.125;
    if (is_size && is_near(figure_.number, 8.0) && is_near(figure_.unit.factor, bit))  // "× 8 bits"
      add(1.0, {}, Supposition::bits_per_byte);
    if (is_size && around_.money) add(figure_.number, {}, Supposition::price_unit_unsaid);
    if (around_.data && written_.dimension == units::axis(Axis::money) && !figure_.has_noun_denominator)
      add(written_.value / gigabyte, units::axis(Axis::money) / units::axis(Axis::data),
          Supposition::price_unit_unsaid);
  }

  void replicas() {
    if (figure_.counts_replicas && figure_.whole)
      add(figure_.number + 1.0, {}, Supposition::besides_original);
  }

  void things() {
    if (figure_.unit.dimension.of(units::Axis::length) != 0)
      add(figure_.number, {}, Supposition::thing_for_unit);
  }

  /// Beside a time an availability stands for what it leaves.
  void availability() {
    constexpr double least = 0.9;
    if (figure_.is_percent() && written_.value >= least && written_.value < 1.0 && around_.time) {
      add(1.0 - written_.value, {}, Supposition::remainder);
      out_.back().low = 1.0 - written_.high;
      out_.back().high = 1.0 - written_.low;
    }
  }

 private:
  static Supposition changes(const Length& row) {
    return row.supposition == exact ? Supposition::changed_period : row.supposition;
  }

  /// "3600 seconds", "60 s": as long as the longer period it makes up.
  [[nodiscard]] bool is_length(const Outcome& time) const {
    return std::any_of(lengths.begin(), lengths.end(), [&](const Length& row) {
      return row.supposition == exact && is_near(time.value, row.number * seconds(row.unit)) &&
             is_near(row.number, figure_.number);
    });
  }

  void add(double value, const units::Dimension& dimension, Supposition why) {
    add_to(written_, value, dimension, why);
  }
  void add_to(const Outcome& base, double value, const units::Dimension& dimension, Supposition why) {
    out_.push_back(with(base, value, dimension, why));
  }

  const Figure& figure_;
  const Surroundings& around_;
  const Outcome written_;
  std::vector<Outcome>& out_;
};

}  // namespace

float bits_of_letter(Supposition why, const Surroundings& around) {
  const bool is_meant = why == Supposition::bits_as_bytes && around.tells_bits;
  return bits(is_meant ? Supposition::bit_rate_as_bytes : why);
}

std::span<const Convention> conventions() {
  return convention_rows;
}

void add_readings(const Tokens& tokens, const Figure& figure, bool scales, const Surroundings& around,
                  std::vector<Outcome>& out) {
  Readings readings(figure, around, out);
  readings.letters(tokens);
  readings.availability();
  if (!scales) return;
  const bool is_bare = !figure.has_unit() && !figure.scaled;
  if (is_bare) readings.bare();
  if (!figure.has_unit() && figure.scaled) readings.rounded_day();
  const std::size_t count = out.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Outcome time = out[i];
    const bool is_said = i == 0 || (time.supposed & one(Supposition::milli_as_minute)) != 0;
    if (is_said && time.dimension == units::axis(Axis::time) && !is_bare) readings.duration(time);
  }
  readings.ratio_of_times();
  readings.replicas();
  readings.price();
  readings.things();
}

}  // namespace reckon::arithmetic
