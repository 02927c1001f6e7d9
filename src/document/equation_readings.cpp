// SPDX-License-Identifier: MIT
#include "document/equation_readings.hpp"

#include "document/equation_belongs.hpp"
#include "units/read.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace reckon::document {
namespace {

using formula::Node;
using formula::Operation;
using units::Axis;
using units::Stated;

/// A number that is known for converting between units. As a duration it is that many `unit`; as a pure
/// conversion (pings a day over 86,400 is pings a second) it changes the unit and not the quantity.
struct Conversion {
  double number;
  std::string_view unit;   ///< of the duration, or "" when it is none
  std::string_view ratio;  ///< the conversion's unit
  std::string_view why;
};

constexpr std::array conversions{
    Conversion{7, "day", "day/week", "as days a week"},
    Conversion{12, "month", "month/year", "as months a year"},
    Conversion{24, "h", "h/day", "as hours a day"},
    Conversion{28, "day", "day/month", "as days a month"},
    Conversion{30, "day", "day/month", "as days a month"},
    Conversion{31, "day", "day/month", "as days a month"},
    Conversion{52, "week", "week/year", "as weeks a year"},
    Conversion{60, "s", "s/min", "as seconds a minute"},
    Conversion{360, "day", "day/year", "as days a year"},
    Conversion{365, "day", "day/year", "as days a year"},
    Conversion{365.25, "day", "day/year", "as days a year"},
    Conversion{366, "day", "day/year", "as days a year"},
    Conversion{400, "day", "day/year", "as days a year"},
    Conversion{720, "h", "h/month", "as hours a month"},
    Conversion{730, "h", "h/month", "as hours a month"},
    Conversion{1440, "min", "min/day", "as minutes a day"},
    Conversion{3600, "s", "s/h", "as seconds an hour"},
    Conversion{8760, "h", "h/year", "as hours a year"},
    Conversion{86400, "s", "s/day", "as seconds a day"},
    Conversion{100000, "s", "s/day", "as seconds a day, rounded"},
    Conversion{604800, "s", "s/week", "as seconds a week"},
    Conversion{2.5e6, "s", "s/month", "as seconds a month"},
    Conversion{2.6e6, "s", "s/month", "as seconds a month"},
    Conversion{2.592e6, "s", "s/month", "as seconds a month"},
    Conversion{2.628e6, "s", "s/month", "as seconds a month"},
    Conversion{3.15e7, "s", "s/year", "as seconds a year"},
    Conversion{3.1536e7, "s", "s/year", "as seconds a year"},
    Conversion{3.2e7, "s", "s/year", "as seconds a year"},
};

/// How far a conversion is off: 730 hours a month are 1.4 % more than the 720 of 30 days.
double step_of(const Conversion& row) {
  const base::Result<units::Unit> ratio = units::read_unit(row.ratio);
  return ratio ? row.number * ratio->factor : 1.0;
}

/// The durations of the conversions in base units, row by row; 0 where there is none.
const std::array<double, conversions.size()>& durations() {
  static const auto table = [] {
    std::array<double, conversions.size()> out{};
    for (std::size_t i = 0; i < out.size(); ++i) {
      if (const auto unit = units::read_unit(conversions[i].unit))
        out[i] = conversions[i].number * unit->factor;
    }
    return out;
  }();
  return table;
}

/// A power by which prefixes differ. Between decimal prefixes a binary step is a little more than a
/// conversion.
struct Step {
  double number;
  double binary_excess;  ///< 1024/1000 to its power, or 0 for a decimal step
};

constexpr std::array steps{
    Step{1000, 0}, Step{1024, 1.024},
    Step{1e6, 0},  Step{1048576, 1.048576},
    Step{1e9, 0},  Step{1073741824, 1.073741824},
    Step{1e12, 0}, Step{1099511627776, 1.099511627776},
};

bool is_near(double a, double b) {
  return std::abs(a - b) <= 1e-9 * std::abs(b);
}

Stated pure(const Stated& stated, double value, std::string_view ratio) {
  Stated conversion = stated;
  conversion.interval = units::exactly(value);
  conversion.dimension = {};
  conversion.unit = {};
  conversion.unit_text = ratio;
  conversion.notes.clear();
  return conversion;
}

/// "5M series × 20 s": a sample every 20 s is meant.
Stated reciprocal(const Stated& stated) {
  Stated rate = stated;
  rate.interval = {1 / stated.interval.high, 1 / stated.interval.value, 1 / stated.interval.low};
  rate.number = 1.0;
  rate.dimension = units::Dimension{} / stated.dimension;
  rate.unit = {rate.dimension, rate.interval.value};
  rate.unit_text = "once each " + stated.unit_text;
  return rate;
}

/// "8 shards × 2 replicas = 24 copies": the original is not counted.
bool is_replicas(const Stated& stated) {
  return stated.unit_text == "replicas" || stated.unit_text == "replica";
}
Stated one_more(const Stated& stated) {
  Stated more = stated;
  const double one = stated.unit.factor == 0.0 ? 1.0 : stated.unit.factor;
  more.interval = {stated.interval.low + one, stated.interval.value + one, stated.interval.high + one};
  more.number += 1.0;
  return more;
}

/// Which literals stand as factors or divisors.
std::vector<bool> scaling_operands(const formula::Formula& formula) {
  std::vector<bool> scales(formula.nodes.size(), false);
  for (const Node& node : formula.nodes) {
    if (node.operation != Operation::multiply && node.operation != Operation::divide) continue;
    for (const std::uint32_t operand : node.operands) scales[operand] = true;
  }
  return scales;
}

/// Which literals stand below a bare number: the 25,000 s of "1/25,000 s".
std::vector<bool> divisors(const formula::Formula& formula) {
  std::vector<bool> divides(formula.nodes.size(), false);
  for (const Node& node : formula.nodes) {
    if (node.operation != Operation::divide) continue;
    const Node& top = formula.nodes[node.operands[0]];
    divides[node.operands[1]] = top.operation == Operation::literal && top.literal.unit_text.empty();
  }
  return divides;
}

bool is_bare(const Stated& stated) {
  return stated.unit_text.empty() && stated.dimension.is_dimensionless();
}
bool is_duration(const Stated& stated) {
  return stated.dimension.without_counts() == units::axis(Axis::time);
}

class Context {
 public:
  explicit Context(const Equation& equation) {
    for (const Side& side : equation.sides) {
      for (const Node& node : side.expression.nodes) {
        if (node.operation != Operation::literal || says_bits(node.literal)) continue;
        data = data || node.literal.dimension.of(Axis::data) != 0;
        time = time || node.literal.dimension.of(Axis::time) != 0;
        money = money || node.literal.dimension.of(Axis::money) != 0;
      }
    }
  }
  bool data = false;
  bool time = false;
  bool money = false;
};

class Reader {
 public:
  Reader(Side& side, const Context& context) : side_(side), context_(context) {}

  void operand(std::uint32_t index, bool has_noun) {
    node_ = index;
    Stated& stated = side_.expression.nodes[index].literal;
    if (says_bits(stated) && context_.data) {
      // Bytes times 8 bits are the same bytes, written in bits.
      const Stated written = stated;
      stated = pure(written, is_near(written.number, 8) ? 1.0 : written.number / 8, "bits/byte");
      offer(without_unit(written), "as a plain factor");
      offer(written, "as a size");
      return;
    }
    if (is_replicas(stated)) offer(one_more(stated), "as replicas besides the original");
    // "9,000 meters" of a utility are things.
    if (stated.dimension.without_counts() == units::axis(Axis::length))
      offer(without_unit(stated), "as things");
    if (is_bare(stated)) return has_noun ? void() : bare(stated);
    if (is_duration(stated)) return duration(stated);
    const bool bare_price = stated.dimension.without_counts() == units::axis(Axis::money) && context_.data;
    if (bare_price) {
      const base::Result<units::Unit> gigabyte = units::read_unit("GB");
      if (gigabyte) offer(per(stated, *gigabyte, "GB"), "as a price per GB");
    }
  }

  /// "36M × 90 B = 3.24 GB/day": the period that only one side states.
  void without_period(std::uint32_t index) {
    node_ = index;
    const Stated& stated = side_.expression.nodes[index].literal;
    const std::size_t slash = stated.unit_text.rfind('/');
    const std::size_t word = stated.unit_text.rfind(" per ");
    const std::size_t cut = slash != std::string::npos ? slash : word;
    if (cut == std::string::npos || stated.dimension.of(Axis::time) >= 0) return;
    const std::size_t behind = slash != std::string::npos ? slash + 1 : word + 5;
    const auto period = units::read_unit(std::string_view(stated.unit_text).substr(behind));
    if (!period || period->dimension != units::axis(Axis::time)) return;
    Stated total = stated;
    total.interval = {stated.interval.low * period->factor, stated.interval.value * period->factor,
                      stated.interval.high * period->factor};
    total.dimension = stated.dimension * period->dimension;
    total.unit.dimension = total.dimension;
    total.unit.factor = stated.unit.factor * period->factor;
    total.unit_text.erase(cut);
    offer(std::move(total), "without its period");
  }

  /// "1/25,000 s" is a share of a second.
  void divisor(std::uint32_t index) {
    node_ = index;
    const Stated& stated = side_.expression.nodes[index].literal;
    if (!is_duration(stated) || stated.unit.factor == 0.0) return;
    Stated share = stated;
    const double scale = 1.0 / (stated.unit.factor * stated.unit.factor);
    share.interval = {stated.interval.low * scale, stated.interval.value * scale,
                      stated.interval.high * scale};
    share.dimension = units::Dimension{} / stated.dimension;
    share.unit = {share.dimension, 1.0 / stated.unit.factor};
    share.unit_text = "per " + stated.unit_text;
    offer(std::move(share), "as a share of the unit");
  }

  void offer(Stated reading, std::string_view why) {
    side_.alternatives.push_back({node_, std::move(reading), why});
  }

 private:
  void bare(const Stated& stated) {
    const Stated written = stated;
    const double value = written.interval.value;
    if (is_near(value, 8) && context_.data) offer(pure(written, 1.0, "bits/byte"), "as bits per byte");
    for (const Conversion& row : conversions) {
      if (!is_near(value, row.number)) continue;
      if (const auto unit = units::read_unit(row.unit)) offer(with_unit(written, *unit, row.unit), row.why);
      if (context_.time) offer(pure(written, step_of(row), row.ratio), row.why);
    }
    if (is_near(value, 60)) {
      if (const auto minute = units::read_unit("min"))
        offer(with_unit(written, *minute, "min"), "as minutes an hour");
    }
    if (!context_.data && !context_.time && !context_.money) return;
    for (const Step& step : steps) {
      if (!is_near(value, step.number)) continue;
      if (step.binary_excess != 0)
        offer(pure(written, step.binary_excess, "decimal step"), "as a binary step");
      offer(pure(written, 1.0, "step"), "as a step between prefixes");
    }
  }

  /// `24h` or `3 years` as a factor: the number, or a conversion.
  void duration(const Stated& stated) {
    const Stated written = stated;
    // "× 3 years" and "× 24h" multiply; nobody leaves out milliseconds.
    constexpr double shortest_period = 60.0;
    if (stated.unit.factor >= shortest_period) offer(without_unit(written), "as a plain factor");
    if (written.interval.low > 0.0) offer(reciprocal(written), "as once in each");
    for (std::size_t i = 0; i < conversions.size(); ++i) {
      const Conversion& row = conversions[i];
      if (durations()[i] == 0.0 || !is_near(written.interval.value, durations()[i])) continue;
      offer(pure(written, step_of(row), row.ratio), row.why);
      return;
    }
  }

  Side& side_;
  const Context& context_;
  std::uint32_t node_ = 0;
};

/// "99.9% = 43.8 minutes a month": beside a time, an availability stands for what it leaves.
void read_downtime(Equation& equation) {
  if (equation.sides.size() < 2) return;
  for (std::size_t i = 0; i + 1 < equation.sides.size(); ++i) {
    Side& first = equation.sides[i];
    Side& second = equation.sides[i + 1];
    if (!is_downtime_of(first.expression, second.expression)) continue;
    Stated& share = (is_availability(first.expression) ? first : second).expression.nodes.front().literal;
    share.interval = units::exactly(1.0 - share.interval.value);
    share.unit = {};
    share.number = share.interval.value;
    share.unit_text.clear();
  }
}

/// A period may be left out only where the sides do not all state the same power of time.
bool periods_disagree(const Equation& equation) {
  const auto first = strict_dimension(equation.sides.front().expression);
  return std::any_of(equation.sides.begin(), equation.sides.end(), [&first](const Side& side) {
    const auto other = strict_dimension(side.expression);
    return !first || !other || first->of(Axis::time) != other->of(Axis::time);
  });
}

}  // namespace

void add_readings(Equation& equation, const std::vector<std::vector<Placed>>& literals,
                  const Tokens& tokens) {
  read_downtime(equation);
  const Context context(equation);
  const bool disagrees = periods_disagree(equation);
  for (std::size_t i = 0; i < equation.sides.size(); ++i) {
    Side& side = equation.sides[i];
    Reader reader(side, context);
    const std::vector<bool> scales = scaling_operands(side.expression);
    const std::vector<bool> divides = divisors(side.expression);
    side.names_all = std::all_of(literals[i].begin(), literals[i].end(), [&](const Placed& placed) {
      return placed.has_noun || !side.expression.nodes[placed.node].literal.unit_text.empty();
    });
    for (const Placed& placed : literals[i]) {
      if (placed.literal != no_literal) {
        for (const Reading& other : tokens.literals[placed.literal].others) {
          side.alternatives.push_back({placed.node, other.stated, other.why});
        }
      }
      if (scales[placed.node]) reader.operand(placed.node, placed.has_noun);
      if (divides[placed.node]) reader.divisor(placed.node);
      if (disagrees) reader.without_period(placed.node);
    }
  }
}

}  // namespace reckon::document
