// SPDX-License-Identifier: MIT
#include "check/period_steps.hpp"

#include "units/read.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

namespace reckon::check {
namespace {

/// How often each node is a factor of the whole: 1, -1 as a divisor, 0 when it is neither.
std::vector<int> exponents_of(const formula::Formula& formula) {
  std::vector<int> exponent(formula.nodes.size(), 0);
  exponent.back() = 1;
  for (std::size_t i = formula.nodes.size(); i-- > 0;) {
    const formula::Node& node = formula.nodes[i];
    if (node.operation != formula::Operation::multiply && node.operation != formula::Operation::divide)
      continue;
    exponent[node.operands[0]] = exponent[i];
    exponent[node.operands[1]] = node.operation == formula::Operation::divide ? -exponent[i] : exponent[i];
  }
  return exponent;
}

/// A literal that only changes the unit: 3600 as seconds an hour.
bool is_step_between_periods(const units::Stated& literal) {
  constexpr double most_off = 1.25;  // 100,000 s a day
  const bool keeps_quantity = literal.interval.value < most_off && literal.interval.value > 1.0 / most_off;
  return literal.dimension.is_dimensionless() && keeps_quantity && literal.number > 1.0 &&
         literal.unit_text.find('/') != std::string::npos &&
         literal.unit_text.find("byte") == std::string::npos;
}

/// The period of a rate, or the unit of a duration as its inverse: 60 s for "45 min".
std::optional<double> time_scale(const units::Stated& stated) {
  if (const auto period = period_of(stated)) return period;
  if (stated.dimension.without_counts() != units::axis(units::Axis::time)) return std::nullopt;
  return 1.0 / stated.unit.factor;
}

}  // namespace

std::optional<int> time_between(const units::Dimension& left, const units::Dimension& right) {
  units::Dimension difference = left / right;
  const int power = difference.of(units::Axis::time);
  difference.exponents[static_cast<std::size_t>(units::Axis::time)] = 0;
  if (!difference.is_dimensionless() || std::abs(power) > 1) return std::nullopt;
  return power;
}

std::optional<double> period_of(const units::Stated& stated) {
  if (stated.dimension.of(units::Axis::time) >= 0) return std::nullopt;
  const std::size_t slash = stated.unit_text.rfind('/');
  const std::size_t word = stated.unit_text.rfind("per ");
  if (slash == std::string::npos && word == std::string::npos)
    return stated.unit_text.empty() || stated.unit_text.starts_with("once") ? std::nullopt
                                                                            : std::optional(1.0);  // rps
  const std::size_t behind = slash != std::string::npos ? slash + 1 : word + 4;
  const auto period = units::read_unit(std::string_view(stated.unit_text).substr(behind));
  if (!period || period->dimension != units::axis(units::Axis::time)) return std::nullopt;
  return period->factor;
}

std::optional<double> period_in(const formula::Formula& formula) {
  std::optional<double> found;
  for (const formula::Node& node : formula.nodes) {
    if (node.operation != formula::Operation::literal) continue;
    if (const auto period = period_of(node.literal)) found = period;
  }
  return found;
}

Steps steps_in(const formula::Formula& left, const units::Stated& right) {
  constexpr double near = 1.2;  // 100,000 s a day
  const std::vector<int> exponent = exponents_of(left);
  const auto to = time_scale(right);
  double steps = 1.0;
  bool has_steps = false;
  std::optional<double> from;
  for (std::size_t i = 0; i < left.nodes.size(); ++i) {
    if (left.nodes[i].operation != formula::Operation::literal) continue;
    const units::Stated& literal = left.nodes[i].literal;
    if (is_step_between_periods(literal)) {
      steps *= std::pow(literal.number, exponent[i]);
      has_steps = true;
    } else if (const auto scale = time_scale(literal)) {
      from = scale;
    }
  }
  if (!has_steps) return Steps::none;
  if (!from || !to) return Steps::unknown;
  const double ratio = steps * *from / *to;
  return ratio < near && ratio > 1.0 / near ? Steps::lead : Steps::lead_elsewhere;
}

bool converts(const formula::Formula& left, const units::Stated& right) {
  if (steps_in(left, right) == Steps::lead) return true;
  const auto in_bits = [](const units::Stated& stated) {
    return stated.unit_text.find("bit") != std::string::npos ||
           stated.unit_text.find("bps") != std::string::npos;
  };
  bool steps = false;
  bool from_bits = false;
  for (const formula::Node& node : left.nodes) {
    if (node.operation != formula::Operation::literal) continue;
    const bool is_step = node.literal.unit_text == "bits/byte";
    steps = steps || is_step;
    from_bits = from_bits || (!is_step && in_bits(node.literal));
  }
  return steps && from_bits != in_bits(right);
}

std::optional<double> time_added_up(const formula::Formula& formula) {
  const std::vector<int> exponent = exponents_of(formula);
  double time = 1.0;
  bool adds_up = false;
  bool has_rate = false;
  for (std::size_t i = 0; i < formula.nodes.size(); ++i) {
    if (formula.nodes[i].operation != formula::Operation::literal || exponent[i] == 0) continue;
    const units::Stated& literal = formula.nodes[i].literal;
    const int power = literal.dimension.of(units::Axis::time);
    if (literal.dimension.without_counts() == units::axis(units::Axis::time) && exponent[i] == 1) {
      time *= literal.interval.value;
      adds_up = true;
    } else if (power == -1 && exponent[i] == 1) {
      has_rate = true;
    } else if (power != 0) {
      return std::nullopt;
    }
  }
  return adds_up && has_rate ? std::optional(time) : std::nullopt;
}

std::optional<double> time_divided_by(const formula::Formula& formula) {
  const std::vector<int> exponent = exponents_of(formula);
  const bool bare_seconds = divides_by_seconds(formula);  // "/ 30 / 86,400"
  std::optional<double> time;
  for (std::size_t i = 0; i < formula.nodes.size(); ++i) {
    const formula::Node& node = formula.nodes[i];
    if (node.operation != formula::Operation::literal || exponent[i] != -1) continue;
    if (node.literal.dimension.without_counts() == units::axis(units::Axis::time))
      time = time.value_or(1.0) * node.literal.interval.value;
    else if (bare_seconds && node.literal.unit_text.empty())
      time = time.value_or(1.0) * node.literal.number;
  }
  return time;
}

bool divides_by_seconds(const formula::Formula& formula) {
  constexpr std::array seconds{3600.0, 86400.0, 604800.0, 2592000.0};
  const std::vector<int> exponent = exponents_of(formula);
  for (std::size_t i = 0; i < formula.nodes.size(); ++i) {
    const formula::Node& node = formula.nodes[i];
    if (node.operation != formula::Operation::literal || exponent[i] != -1) continue;
    if (std::find(seconds.begin(), seconds.end(), node.literal.number) != seconds.end()) return true;
  }
  return false;
}

}  // namespace reckon::check
