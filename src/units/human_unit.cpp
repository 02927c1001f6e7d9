// SPDX-License-Identifier: MIT
// Which unit people would choose for a quantity of a given size. One axis carries the prefix, the others
// stand in the units that people pair with it: USD/GB/month, ms·core/request.
#include "units/print.hpp"

#include <array>
#include <cmath>
#include <span>

namespace reckon::units {
namespace {

/// Symbol and size in base units; the largest that the value reaches is chosen.
struct Step {
  std::string_view symbol;
  double factor;
  double from;  ///< chosen from this value on
};

constexpr double minute = 60.0;
constexpr double hour = 3600.0;
constexpr double day = 86400.0;
constexpr double month = 2592000.0;
constexpr double gigabyte = 1e9;

constexpr std::array data_steps{Step{"EB", 1e18, 1e18}, Step{"PB", 1e15, 1e15}, Step{"TB", 1e12, 1e12},
                                Step{"GB", 1e9, 1e9},   Step{"MB", 1e6, 1e6},   Step{"KB", 1e3, 1e3},
                                Step{"B", 1.0, 0.0}};
constexpr std::array time_steps{
    Step{"days", day, 2 * day}, Step{"h", hour, 2 * hour}, Step{"min", minute, 2 * minute},
    Step{"s", 1.0, 1.0},        Step{"ms", 1e-3, 1e-3},    Step{"\xc2\xb5s", 1e-6, 1e-6},
    Step{"ns", 1e-9, 0.0}};
constexpr std::array length_steps{Step{"km", 1e3, 1e3}, Step{"m", 1.0, 0.0}};

bool is_whole(double value) {
  return value >= 1.0 && value == std::floor(value);
}

std::string_view choose(std::span<const Step> steps, double size, std::string_view base) {
  if (size == 0.0) return base;
  for (const Step& step : steps) {
    // Less than two days stand in hours, but one day is a day.
    const bool exact = step.from > step.factor && size < step.from && is_whole(size / step.factor);
    if (size >= step.from || exact) return step.symbol == "days" && size == day ? "day" : step.symbol;
  }
  return base;
}

}  // namespace

std::string human_unit(const Quantity& quantity) {
  const Dimension& d = quantity.dimension;
  if (d.is_dimensionless()) return {};
  double size = std::fabs(quantity.value);

  // What money is paid for is counted in gigabytes and months; slow rates are counted by the day.
  const bool is_price = d.of(Axis::money) == 1;
  std::string per_data = "B";
  std::string per_time = "s";
  if (is_price && d.of(Axis::data) == -1) {
    per_data = "GB";
    size *= gigabyte;
  }
  if (is_price && d.of(Axis::time) == -1) {
    per_time = "month";
    size *= month;
  }
  constexpr double slow = 0.1;
  const bool is_slow =
      d.of(Axis::time) == -1 && (d * axis(Axis::time)).is_count() && size > 0.0 && size < slow;
  if (is_slow) per_time = "day";

  std::string data = "B";
  std::string time = "s";
  std::string length = "m";
  if (d.of(Axis::data) == 1) {
    data = choose(data_steps, size, "B");
  } else if (d.of(Axis::time) == 1) {
    time = choose(time_steps, size, "s");
  } else if (d.of(Axis::length) == 1) {
    length = choose(length_steps, size, "m");
  }

  std::string above;
  std::string below;
  for (std::size_t i = 0; i < axis_count; ++i) {
    // "per GB and month", not the other way round.
    const Axis which = i == 0 ? Axis::data : i == 1 ? Axis::time : static_cast<Axis>(i);
    const int exponent = d.of(which);
    if (exponent == 0) continue;
    std::string unit = symbol(axis(which));
    if (which == Axis::data) unit = exponent > 0 ? data : per_data;
    if (which == Axis::time) unit = exponent > 0 ? time : per_time;
    if (which == Axis::length && exponent > 0) unit = length;
    const int power = exponent < 0 ? -exponent : exponent;
    if (power == 2) unit += "\xc2\xb2";
    if (power == 3) unit += "\xc2\xb3";
    if (power > 3) unit += '^' + std::to_string(power);
    if (exponent > 0) {
      if (!above.empty()) above += "\xc2\xb7";
      above += unit;
    } else {
      below += '/' + unit;
    }
  }
  return above.empty() ? '1' + below : above + below;
}

}  // namespace reckon::units
