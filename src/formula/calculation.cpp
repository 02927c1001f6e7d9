// SPDX-License-Identifier: MIT
#include "formula/calculation.hpp"

#include "formula/evaluate.hpp"

#include <algorithm>
#include <cmath>

namespace reckon::formula {
namespace {

constexpr double widest_operand = 0.1;

}  // namespace

Calculation calculation_of(const Formula& formula) {
  Calculation out{formula, {}};
  for (std::uint32_t i = 0; i < formula.nodes.size(); ++i) {
    if (formula.nodes[i].operation == Operation::literal) out.leaves.push_back({i, std::nullopt, false});
  }
  return out;
}

Formula slice(const Formula& formula, std::uint32_t root) {
  std::vector<bool> needed(formula.nodes.size(), false);
  needed[root] = true;
  for (std::uint32_t i = root + 1; i-- > 0;) {
    if (!needed[i]) continue;
    for (const std::uint32_t operand : formula.nodes[i].operands) needed[operand] = true;
  }
  Formula out;
  std::vector<std::uint32_t> moved(formula.nodes.size());
  for (std::uint32_t i = 0; i <= root; ++i) {
    if (!needed[i]) continue;
    moved[i] = static_cast<std::uint32_t>(out.nodes.size());
    Node node = formula.nodes[i];
    for (std::uint32_t& operand : node.operands) operand = moved[operand];
    out.nodes.push_back(std::move(node));
  }
  return out;
}

namespace {

/// "12 nodes", "3 replicas", the 1 of 1 − a: small whole numbers of things are counted and not rounded. An
/// average ("2 posts per user") is.
bool is_counted(const units::Stated& stated) {
  constexpr double fewest_rounded = 100.0;
  const bool is_whole =
      stated.number == std::floor(stated.number) && std::abs(stated.number) < fewest_rounded;
  const auto axes = std::count_if(stated.dimension.exponents.begin(), stated.dimension.exponents.end(),
                                  [](int exponent) { return exponent != 0; });
  return is_whole && stated.dimension.is_count() && axes <= 1 && stated.unit.factor >= 1.0 &&
         stated.interval.value == stated.number;
}

}  // namespace

units::Interval as_operand(const units::Stated& stated) {
  units::Interval i = stated.interval;
  if (stated.is_range || stated.approximate) return i;
  if (is_counted(stated)) return units::exactly(i.value);
  const double widest = std::abs(i.value) * widest_operand;
  i.low = std::max(i.low, i.value - widest);
  i.high = std::min(i.high, i.value + widest);
  return i;
}

std::optional<double> value_of(const Formula& formula) {
  const Value value = evaluate(formula, {});
  return value.failure ? std::nullopt : std::optional(value.number);
}

namespace {

/// In a / (a + b) both a are the same number, whatever it is.
bool stands_twice(const Formula& formula, std::size_t index) {
  const Node& node = formula.nodes[index];
  return node.operation == Operation::literal &&
         std::count_if(formula.nodes.begin(), formula.nodes.end(), [&node](const Node& other) {
           return other.operation == Operation::literal && other.literal.interval == node.literal.interval &&
                  other.literal.dimension == node.literal.dimension;
         }) > 1;
}

/// A growth of 1.4 a year to the fifth power is a rate that somebody chose: raised, its last digit would
/// excuse anything.
std::vector<bool> raised_operands(const Formula& formula) {
  std::vector<bool> raised(formula.nodes.size(), false);
  for (std::size_t i = formula.nodes.size(); i-- > 0;) {
    const Node& node = formula.nodes[i];
    const bool raises = raised[i] || node.operation == Operation::power;
    for (const std::uint32_t operand : node.operands) raised[operand] = raised[operand] || raises;
  }
  return raised;
}

}  // namespace

std::optional<units::Interval> interval_of(const Formula& formula) {
  const std::vector<bool> is_raised = raised_operands(formula);
  Formula trial = formula;
  for (Node& node : trial.nodes) node.literal.interval = units::exactly(node.literal.interval.value);
  const auto centre = value_of(trial);
  if (!centre) return std::nullopt;
  Formula lowest = trial;
  Formula highest = trial;
  for (std::size_t i = 0; i < formula.nodes.size(); ++i) {
    const units::Interval width = as_operand(formula.nodes[i].literal);
    const bool is_exact = width.low == width.high || is_raised[i] || stands_twice(formula, i);
    if (formula.nodes[i].operation != Operation::literal || is_exact) continue;
    double& value = trial.nodes[i].literal.interval.value;
    value = width.low;
    const auto at_low = value_of(trial);
    value = width.high;
    const auto at_high = value_of(trial);
    value = width.value;
    if (!at_low || !at_high) continue;
    const bool rises = *at_high >= *at_low;
    lowest.nodes[i].literal.interval.value = rises ? width.low : width.high;
    highest.nodes[i].literal.interval.value = rises ? width.high : width.low;
  }
  const auto low = value_of(lowest);
  const auto high = value_of(highest);
  if (!low || !high) return units::exactly(*centre);
  return units::Interval{std::min({*low, *high, *centre}), *centre, std::max({*low, *high, *centre})};
}

Formula with_raw_numbers(Formula formula) {
  for (Node& node : formula.nodes) {
    if (node.operation != Operation::literal) continue;
    const bool is_percentage = node.literal.dimension.is_dimensionless();
    if (!is_percentage) node.literal.interval = units::exactly(node.literal.number);
    node.literal.dimension = {};
  }
  return formula;
}

}  // namespace reckon::formula
