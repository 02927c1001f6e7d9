// SPDX-License-Identifier: MIT
#include "report/ticks.hpp"

#include "report/report.hpp"
#include "units/print.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace reckon::report {
namespace {

constexpr double slack = 1e-9;
constexpr std::size_t usual_marks = 5;

/// The smallest of 1, 2, 5 times a power of ten that is not below.
double round_up(double step) {
  const double power = std::pow(10.0, std::floor(std::log10(step)));
  for (const double digit : {1.0, 2.0, 5.0}) {
    if (digit * power >= step * (1.0 - slack)) return digit * power;
  }
  return 10.0 * power;
}

double step_of(const Scale& scale, std::size_t most) {
  return round_up((scale.high - scale.low) / static_cast<double>(std::max<std::size_t>(most, 2)));
}

/// Large numbers take the letters that quantities are read with.
std::string label_of(double value) {
  struct Letter {
    double size;
    const char* text;
  };
  constexpr std::array letters{Letter{1e15, "P"}, Letter{1e12, "T"}, Letter{1e9, "G"}, Letter{1e6, "M"}};
  for (const Letter& letter : letters) {
    if (std::fabs(value) >= letter.size * (1.0 - slack) && std::fabs(value) < letter.size * 1e4)
      return units::print_rounded(tidy(value / letter.size), 6) + letter.text;
  }
  return units::print_rounded(tidy(value), 6);
}

std::vector<Tick> decades(const Scale& scale, std::size_t most) {
  const double first = std::floor(std::log10(scale.low) + slack);
  const double last = std::ceil(std::log10(scale.high) - slack);
  const double count = last - first + 1.0;
  const double stride = std::max(1.0, std::ceil(count / static_cast<double>(std::max<std::size_t>(most, 2))));
  // A scale of few decades has room for their halves.
  const bool has_room = 3.0 * count <= static_cast<double>(most) + 2.0;
  std::vector<Tick> out;
  for (double exponent = first; exponent <= last; exponent += stride) {
    for (const double digit : {1.0, 2.0, 5.0}) {
      const double value = digit * std::pow(10.0, exponent);
      const bool is_inside = value >= scale.low * (1.0 - slack) && value <= scale.high * (1.0 + slack);
      if (is_inside && (digit == 1.0 || has_room)) out.push_back({value, label_of(value)});
    }
  }
  return out;
}

}  // namespace

double Scale::position(double value) const {
  if (is_logarithmic) return std::log(value / low) / std::log(high / low);
  return (value - low) / (high - low);
}

Scale scale_for(double low, double high, bool is_logarithmic) {
  if (is_logarithmic) {
    if (low < high) return {low, high, true};
    return {low / 10.0, high * 10.0, true};
  }
  low = std::min(low, 0.0);
  high = std::max(high, 0.0);
  if (low == high) high = 1.0;
  Scale scale{low, high, false};
  const double step = step_of(scale, usual_marks);
  scale.low = step * std::floor(low / step + slack);
  scale.high = step * std::ceil(high / step - slack);
  return scale;
}

std::vector<Tick> ticks(const Scale& scale, std::size_t most) {
  if (scale.is_logarithmic) return decades(scale, most);
  const double step = step_of(scale, most);
  std::vector<Tick> out;
  const double first = std::ceil(scale.low / step - slack);
  const double last = std::floor(scale.high / step + slack);
  for (double i = first; i <= last; i += 1.0) {
    const double value = i == 0.0 ? 0.0 : i * step;
    out.push_back({value, label_of(value)});
  }
  return out;
}

}  // namespace reckon::report
