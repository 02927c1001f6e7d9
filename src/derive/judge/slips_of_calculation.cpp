// SPDX-License-Identifier: MIT
#include "derive/judge/slip_kinds.hpp"
#include "formula/print.hpp"
#include "units/print.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace reckon::derive {

using formula::Formula;

namespace {

std::string print_calculation(const Formula& formula) {
  return formula::print_with(formula,
                             [](const formula::Node& node) {
                               return formula::Replacement{node.text, formula::Binding::atom};
                             })
      .text;
}

/// Sub-calculations worth a slip: all values that the response gives stand in them, and there are at least
/// two.
std::vector<std::uint32_t> core_calculations(const formula::Calculation& expression) {
  std::vector<std::uint32_t> out;
  const auto& nodes = expression.formula.nodes;
  for (std::uint32_t root = 0; root < nodes.size(); ++root) {
    if (nodes[root].operation == formula::Operation::literal) continue;
    std::vector<bool> inside(nodes.size(), false);
    inside[root] = true;
    for (std::uint32_t i = root + 1; i-- > 0;) {
      if (!inside[i]) continue;
      for (const std::uint32_t operand : nodes[i].operands) inside[operand] = true;
    }
    std::size_t count = 0;
    bool whole = true;
    for (const formula::Leaf& leaf : expression.leaves) {
      count += inside[leaf.node] ? 1U : 0U;
      whole = whole && (inside[leaf.node] || leaf.is_guess);
    }
    if (whole && count >= 2) out.push_back(root);
  }
  return out;
}

/// × for ÷ or ÷ for ×, in units and with the bare numbers ("100,000 ÷ 50").
void swap_operator(const SlipCase& number, const EmitSlip& emit, formula::Operation from,
                   formula::Operation to, std::string_view what) {
  for (const std::uint32_t root : core_calculations(number.calculation)) {
    const Formula core = slice(number.calculation.formula, root);
    for (std::size_t i = 0; i < core.nodes.size(); ++i) {
      if (core.nodes[i].operation != from) continue;
      Formula swapped = core;
      swapped.nodes[i].operation = to;
      Formula raw = with_raw_numbers(swapped);
      for (formula::Node& node : raw.nodes) {
        if (node.operation == formula::Operation::literal)
          node.text = units::print_rounded(node.literal.interval.value, 6);
      }
      if (const auto value = value_of(raw)) {
        emit({*value * number.unit.factor,
              fmt::format("{} = {}: {}", print_calculation(raw), units::print_rounded(*value, 6), what)});
      }
      if (const auto value = value_of(swapped)) {
        emit({*value,
              fmt::format("{} = {}: {}", print_calculation(swapped), print_stated(*value, number), what)});
      }
    }
  }
}

}  // namespace

void divided_for_multiplied(const SlipCase& number, const EmitSlip& emit) {
  swap_operator(number, emit, formula::Operation::multiply, formula::Operation::divide,
                "divided instead of multiplied");
}

void multiplied_for_divided(const SlipCase& number, const EmitSlip& emit) {
  swap_operator(number, emit, formula::Operation::divide, formula::Operation::multiply,
                "multiplied instead of divided");
}

namespace {

/// The calculation with one leaf changed.
std::optional<double> with_leaf(const SlipCase& number, const formula::Leaf& leaf, double value) {
  Formula changed = number.calculation.formula;
  changed.nodes[leaf.node].literal.interval = units::exactly(value);
  const auto out = value_of(changed);
  return out ? std::optional(*out * number.scale) : std::nullopt;
}

}  // namespace

void other_number(const SlipCase& number, const EmitSlip& emit) {
  for (const OtherNumber& other : number.others) {
    for (const formula::Leaf& leaf : number.calculation.leaves) {
      const formula::Node& node = number.calculation.formula.nodes[leaf.node];
      const units::Dimension& dimension = node.literal.dimension;
      const bool same_kind =
          other.stated.dimension.without_counts() == dimension.without_counts() && !dimension.is_count();
      const bool same_value = units::overlap(other.stated.interval, node.literal.interval);
      if (!same_kind || same_value) continue;
      if (const auto value = with_leaf(number, leaf, other.stated.interval.value)) {
        emit({*value, fmt::format("{} used where {} is assumed", other.text, node.text)});
      }
    }
  }
}

void factor_left_out(const SlipCase& number, const EmitSlip& emit) {
  for (const formula::Leaf& leaf : number.calculation.leaves) {
    const formula::Node& node = number.calculation.formula.nodes[leaf.node];
    if (!node.literal.dimension.is_count() || node.literal.interval.value == 1.0) continue;
    if (const auto value = with_leaf(number, leaf, 1.0))
      emit({*value, fmt::format("{} left out", node.text)});
  }
}

namespace {

/// Whether only sums lead from the result to each node.
std::vector<bool> summed_up(const Formula& formula) {
  std::vector<bool> out(formula.nodes.size(), false);
  if (out.empty() || formula.nodes.back().operation != formula::Operation::add) return out;
  out.back() = true;
  for (std::size_t i = formula.nodes.size(); i-- > 0;) {
    if (!out[i] || formula.nodes[i].operation != formula::Operation::add) continue;
    for (const std::uint32_t operand : formula.nodes[i].operands) out[operand] = true;
  }
  return out;
}

void for_each_term(const SlipCase& number, const EmitSlip& emit, double times, std::string_view what) {
  const std::vector<bool> summed = summed_up(number.calculation.formula);
  for (const formula::Leaf& leaf : number.calculation.leaves) {
    if (!summed[leaf.node]) continue;
    const formula::Node& node = number.calculation.formula.nodes[leaf.node];
    if (const auto value = with_leaf(number, leaf, times * node.literal.interval.value))
      emit({*value, fmt::format("{} {}", node.text, what)});
  }
}

}  // namespace

void term_left_out(const SlipCase& number, const EmitSlip& emit) {
  for_each_term(number, emit, 0.0, "left out");
}

void term_twice(const SlipCase& number, const EmitSlip& emit) {
  for_each_term(number, emit, 2.0, "counted twice");
}

void factor_twice(const SlipCase& number, const EmitSlip& emit) {
  for (const formula::Leaf& leaf : number.calculation.leaves) {
    const formula::Node& node = number.calculation.formula.nodes[leaf.node];
    const double factor = node.literal.interval.value;
    if (!node.literal.dimension.is_dimensionless() || factor == 1.0) continue;
    if (const auto value = with_leaf(number, leaf, factor * factor))
      emit({*value, fmt::format("{} applied twice", node.text)});
  }
}

void percent_as_whole(const SlipCase& number, const EmitSlip& emit) {
  for (const formula::Leaf& leaf : number.calculation.leaves) {
    const formula::Node& node = number.calculation.formula.nodes[leaf.node];
    if (node.literal.unit.factor != 0.01) continue;
    if (const auto value = with_leaf(number, leaf, node.literal.interval.value * 100.0)) {
      emit({*value, fmt::format("{} taken as {}", node.text,
                                units::print_rounded(node.literal.interval.value * 100.0))});
    }
  }
}

void missing_complement(const SlipCase& number, const EmitSlip& emit) {
  for (const formula::Leaf& leaf : number.calculation.leaves) {
    const formula::Node& node = number.calculation.formula.nodes[leaf.node];
    const double share = node.literal.interval.value;
    if (!node.literal.dimension.is_dimensionless() || share <= 0.0 || share >= 1.0) continue;
    if (const auto value = with_leaf(number, leaf, 1.0 - share)) {
      emit({*value, fmt::format("{} taken where its complement to 100 % is meant, or the other way round",
                                node.text)});
    }
  }
}

void floor_for_ceil(const SlipCase& number, const EmitSlip& emit) {
  Formula floored = number.calculation.formula;
  bool changed = false;
  for (formula::Node& node : floored.nodes) {
    if (node.operation != formula::Operation::call || node.text != "ceil" || node.operands.size() != 1)
      continue;
    // One step below: what rounding down gives wherever rounding up changed something.
    const auto inner = value_of(slice(number.calculation.formula, node.operands.front()));
    if (!inner) continue;
    const auto operand = node.operands.front();
    floored.nodes[operand] = {};
    floored.nodes[operand].literal.interval = units::exactly(std::floor(*inner));
    changed = true;
  }
  if (!changed) return;
  if (const auto value = value_of(floored)) emit({*value, "rounded down where a need is rounded up"});
}

void periods_miscounted(const SlipCase& number, const EmitSlip& emit) {
  const auto& nodes = number.calculation.formula.nodes;
  for (const formula::Node& node : nodes) {
    if (node.operation != formula::Operation::power) continue;
    const std::uint32_t exponent = node.operands[1];
    if (nodes[exponent].operation != formula::Operation::literal) continue;
    Formula trial = number.calculation.formula;
    const double periods = trial.nodes[exponent].literal.interval.value;
    for (const double off : {-1.0, 1.0, -2.0, 2.0, -3.0, 3.0}) {
      if (periods + off < 1.0) continue;
      trial.nodes[exponent].literal.interval = units::exactly(periods + off);
      if (const auto value = value_of(trial))
        emit({*value * number.scale,
              fmt::format("grown {} times instead of {}", units::print_rounded(periods + off),
                          units::print_rounded(periods))});
    }
  }
}

void grown_straight(const SlipCase& number, const EmitSlip& emit) {
  const auto& nodes = number.calculation.formula.nodes;
  for (const formula::Node& node : nodes) {
    if (node.operation != formula::Operation::power) continue;
    const std::uint32_t base = node.operands[0];
    const std::uint32_t exponent = node.operands[1];
    if (nodes[base].operation != formula::Operation::literal ||
        nodes[exponent].operation != formula::Operation::literal)
      continue;
    Formula trial = number.calculation.formula;
    const double periods = nodes[exponent].literal.interval.value;
    const double straight = 1.0 + periods * (nodes[base].literal.interval.value - 1.0);
    trial.nodes[base].literal.interval = units::exactly(straight);
    trial.nodes[exponent].literal.interval = units::exactly(1.0);
    if (const auto value = value_of(trial))
      emit({*value * number.scale, fmt::format("the same amount added {} times instead of growth on growth",
                                               units::print_rounded(periods))});
  }
}

void miscounted(const SlipCase& number, const EmitSlip& emit) {
  constexpr double fewest = 2.0;
  constexpr double most = 100.0;
  for (const formula::Leaf& leaf : number.calculation.leaves) {
    const formula::Node& node = number.calculation.formula.nodes[leaf.node];
    const double count = node.literal.interval.value;
    const bool may_be =
        node.literal.dimension.is_count() && count == std::floor(count) && count >= fewest && count <= most;
    if (!may_be) continue;
    for (const double other : {count - 1.0, count + 1.0}) {
      if (const auto value = with_leaf(number, leaf, other))
        emit({*value, fmt::format("{} counted where {} is said", units::print_rounded(other), node.text)});
    }
  }
}

void one_way(const SlipCase& number, const EmitSlip& emit) {
  const auto& nodes = number.calculation.formula.nodes;
  const bool travels = std::any_of(nodes.begin(), nodes.end(), [](const formula::Node& n) {
    return n.operation == formula::Operation::call && n.text == "light_round_trip";
  });
  if (!travels) return;
  emit_factor(number, emit, 0.5, "one way taken for the round trip");
  emit_factor(number, emit, 2.0, "the round trip counted twice");
}

}  // namespace reckon::derive
