// SPDX-License-Identifier: MIT
#include "arithmetic/outcome.hpp"

#include <algorithm>
#include <cmath>

namespace reckon::arithmetic {
namespace {

/// Whether a unit of data, whatever its period, is a power of 1000 or 1024 bits.
bool is_in_bits(const Figure& figure) {
  const double size = figure.unit.factor * (figure.period == Period::none ? 1.0 : seconds(figure.period));
  const auto is_power = [size](double of) {
    const double exponent = std::log(8.0 * size) / std::log(of);
    return std::abs(exponent - std::round(exponent)) < 1e-6;
  };
  return is_power(1000.0) || is_power(1024.0);
}

}  // namespace

void look_around(const Tokens& tokens, const std::vector<Node>& nodes, const Side& side, Surroundings& into) {
  for (std::uint32_t i = side.first_node; i <= side.root; ++i) {
    if (nodes[i].operation != Operation::figure) continue;
    look_at(tokens.figures[nodes[i].a], into);
  }
}

void look_at(const Figure& figure, Surroundings& into) {
  const units::Dimension& dimension = figure.unit.dimension;
  const bool is_data = dimension.of(units::Axis::data) != 0;
  into.data = into.data || is_data;
  into.time = into.time || dimension.of(units::Axis::time) != 0 || figure.period != Period::none;
  into.money = into.money || dimension.of(units::Axis::money) != 0;
  into.rate = into.rate || figure.period != Period::none;
  into.bits = into.bits || (is_data && is_in_bits(figure));
  into.bytes = into.bytes || (is_data && !is_in_bits(figure));
}

Extent extent_of(const Figure& figure) {
  const double factor = figure.unit.factor;
  // Small whole numbers of things are counted and not rounded; an average is.
  constexpr double fewest_rounded = 100.0;
  const bool is_counted = figure.whole && !figure.scaled && figure.number < fewest_rounded &&
                          !figure.approximate && figure.unit.dimension.is_count();
  // The 1 of "1 KB" has one digit, and still nobody means 0.6 KB.
  const double widest = figure.digits <= 1 && figure.whole ? 0.025 : 0.1;
  const double printed = 0.5 * (figure.approximate ? figure.shown : figure.step);
  const double half = figure.exact || is_counted ? 0.0 : std::min(printed, widest * std::abs(figure.number));
  const double number = figure.is_range() ? 0.5 * (figure.number + figure.high) : figure.number;
  return {number * factor, (figure.number - half) * factor, (figure.high + half) * factor};
}

Outcome outcome_of(const Figure& figure) {
  const Extent extent = extent_of(figure);
  Outcome out;
  out.value = extent.value;
  out.low = extent.low;
  out.high = extent.high;
  out.dimension = figure.unit.dimension.without_counts();
  const double factor = figure.unit.factor;
  if (figure.period != Period::none)
    out.periods = static_cast<std::uint8_t>(1U << static_cast<unsigned>(figure.period));
  const int data = figure.unit.dimension.of(units::Axis::data);
  if (data == 1 || data == -1) {
    const double power = std::round(std::log10(data > 0 ? factor : 1.0 / factor) / 3.0);
    if (power >= 0.0 && power < 7.0)
      out.prefixes = static_cast<std::uint8_t>(1U << static_cast<unsigned>(power));
  }
  return out;
}

Outcome outcome_of(Period period) {
  Outcome out;
  out.value = out.low = out.high = seconds(period);
  out.dimension = units::axis(units::Axis::time);
  out.periods = static_cast<std::uint8_t>(1U << static_cast<unsigned>(period));
  return out;
}

}  // namespace reckon::arithmetic
