// SPDX-License-Identifier: MIT
#include "check/expression.hpp"

#include "formula/evaluate.hpp"
#include "model/trail.hpp"

#include <algorithm>
#include <cmath>

namespace reckon::check {
namespace {

using formula::Operation;
using model::SlotId;

constexpr std::size_t longest = 200;
constexpr int deepest = 16;
constexpr double widest_operand = 0.1;

class Writer {
 public:
  Writer(const model::Model& model, const model::Scenario& scenario) : model_(model), scenario_(scenario) {}

  /// Appends the calculation of a slot; false when it is open or too long.
  bool write(SlotId slot, int depth) {
    if (depth > deepest || out.formula.nodes.size() > longest) return false;
    if (scenario_[slot]) return write_leaf(slot, scenario_[slot]->stated, false);
    const model::Slot& quantity = model_.slot(slot);
    if (quantity.formula.nodes.empty()) {
      if (!quantity.fallback) return false;
      units::Stated stated;
      stated.interval = units::exactly(*quantity.fallback);
      stated.dimension = quantity.unit.dimension;
      stated.unit = quantity.unit;
      stated.unit_text = quantity.unit_text;
      stated.number = *quantity.fallback / quantity.unit.factor;
      return write_leaf(slot, stated, quantity.range.has_value());
    }
    return write_formula(quantity.formula, depth);
  }

  Expression out;

 private:
  bool write_leaf(SlotId slot, const units::Stated& stated, bool is_guess) {
    formula::Node node;
    node.literal = stated;
    node.text = model::print_value(model_, slot, stated.interval.value);
    out.leaves.push_back({static_cast<std::uint32_t>(out.formula.nodes.size()), slot, is_guess});
    out.formula.nodes.push_back(std::move(node));
    return true;
  }

  bool write_formula(const formula::Formula& formula, int depth) {
    std::vector<std::uint32_t> moved(formula.nodes.size());
    for (std::size_t i = 0; i < formula.nodes.size(); ++i) {
      const formula::Node& node = formula.nodes[i];
      if (node.operation == Operation::name) {
        if (!write(node.slot, depth + 1)) return false;
      } else {
        formula::Node copy = node;
        for (std::uint32_t& operand : copy.operands) operand = moved[operand];
        out.formula.nodes.push_back(std::move(copy));
      }
      moved[i] = static_cast<std::uint32_t>(out.formula.nodes.size() - 1);
    }
    return true;
  }

  const model::Model& model_;
  const model::Scenario& scenario_;
};

}  // namespace

std::optional<Expression> write_out(const model::Model& model, const model::Scenario& scenario, SlotId slot) {
  // The slot itself may be stated; what is wanted is its calculation.
  model::Scenario open = scenario;
  open[slot].reset();
  Writer writer(model, open);
  if (!writer.write(slot, 0)) return std::nullopt;
  return std::move(writer.out);
}

Expression from_formula(const formula::Formula& formula) {
  Expression out{formula, {}};
  for (std::uint32_t i = 0; i < formula.nodes.size(); ++i) {
    if (formula.nodes[i].operation == Operation::literal) out.leaves.push_back({i, std::nullopt, false});
  }
  return out;
}

formula::Formula slice(const formula::Formula& formula, std::uint32_t root) {
  std::vector<bool> needed(formula.nodes.size(), false);
  needed[root] = true;
  for (std::uint32_t i = root + 1; i-- > 0;) {
    if (!needed[i]) continue;
    for (const std::uint32_t operand : formula.nodes[i].operands) needed[operand] = true;
  }
  formula::Formula out;
  std::vector<std::uint32_t> moved(formula.nodes.size());
  for (std::uint32_t i = 0; i <= root; ++i) {
    if (!needed[i]) continue;
    moved[i] = static_cast<std::uint32_t>(out.nodes.size());
    formula::Node node = formula.nodes[i];
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

std::optional<double> value_of(const formula::Formula& formula) {
  const formula::Value value = formula::evaluate(formula, {});
  return value.failure ? std::nullopt : std::optional(value.number);
}

namespace {

/// In a / (a + b) both a are the same number, whatever it is.
bool stands_twice(const formula::Formula& formula, std::size_t index) {
  const formula::Node& node = formula.nodes[index];
  return node.operation == Operation::literal &&
         std::count_if(formula.nodes.begin(), formula.nodes.end(), [&node](const formula::Node& other) {
           return other.operation == Operation::literal && other.literal.interval == node.literal.interval &&
                  other.literal.dimension == node.literal.dimension;
         }) > 1;
}

/// A growth of 1.4 a year to the fifth power is a rate that somebody chose: raised, its last digit would
/// excuse anything.
std::vector<bool> raised_operands(const formula::Formula& formula) {
  std::vector<bool> raised(formula.nodes.size(), false);
  for (std::size_t i = formula.nodes.size(); i-- > 0;) {
    const formula::Node& node = formula.nodes[i];
    const bool raises = raised[i] || node.operation == Operation::power;
    for (const std::uint32_t operand : node.operands) raised[operand] = raised[operand] || raises;
  }
  return raised;
}

}  // namespace

std::optional<units::Interval> interval_of(const formula::Formula& formula) {
  const std::vector<bool> is_raised = raised_operands(formula);
  formula::Formula trial = formula;
  for (formula::Node& node : trial.nodes) node.literal.interval = units::exactly(node.literal.interval.value);
  const auto centre = value_of(trial);
  if (!centre) return std::nullopt;
  formula::Formula lowest = trial;
  formula::Formula highest = trial;
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

formula::Formula with_raw_numbers(formula::Formula formula) {
  for (formula::Node& node : formula.nodes) {
    if (node.operation != Operation::literal) continue;
    const bool is_percentage = node.literal.dimension.is_dimensionless();
    if (!is_percentage) node.literal.interval = units::exactly(node.literal.number);
    node.literal.dimension = {};
  }
  return formula;
}

}  // namespace reckon::check
