// SPDX-License-Identifier: MIT
#include "whatif/binding.hpp"

#include "formula/evaluate.hpp"
#include "formula/operators.hpp"
#include "formula/print.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace reckon::whatif {

using model::SlotId;

namespace {

struct Counted {
  units::Axis axis;
  std::string_view plural;
};
constexpr std::array counted_things{Counted{units::Axis::node, "nodes"}, Counted{units::Axis::core, "cores"},
                                    Counted{units::Axis::partition, "partitions"}};

/// The formula that ends at one of its nodes: the nodes before the root are all that it can refer to.
formula::Formula ending_at(const formula::Formula& whole, std::uint32_t node) {
  formula::Formula out;
  out.nodes.assign(whole.nodes.begin(), whole.nodes.begin() + node + 1);
  return out;
}

/// For each node, whether a name below it satisfies `is_wanted`. Operands stand in front of what uses them.
template <class Wanted>
std::vector<bool> reaching(const formula::Formula& formula, const Wanted& is_wanted) {
  std::vector<bool> out(formula.nodes.size(), false);
  for (std::size_t i = 0; i < formula.nodes.size(); ++i) {
    const formula::Node& node = formula.nodes[i];
    out[i] = (node.operation == formula::Operation::name && is_wanted(node.slot)) ||
             std::any_of(node.operands.begin(), node.operands.end(),
                         [&](std::uint32_t operand) { return out[operand]; });
  }
  return out;
}

bool uses_names(const formula::Formula& formula, std::uint32_t node) {
  return reaching(formula, [](SlotId) { return true; })[node];
}

/// Nodes beside the one that is asked for may need open values, so only those below it count.
bool is_known(const model::Run& run, const formula::Formula& formula, std::uint32_t node) {
  return !reaching(formula, [&](SlotId slot) { return !run.outcomes[slot].value; })[node];
}

/// With the full names of the model.
std::string print(const model::Model& model, const formula::Formula& formula) {
  return formula::print_with(
             formula,
             [&](const formula::Node& node) {
               return formula::Replacement{model.slot(node.slot).name, formula::Binding::atom};
             })
      .text;
}

std::optional<double> value_of(const model::Run& run, const formula::Formula& whole, std::uint32_t node) {
  if (!is_known(run, whole, node)) return std::nullopt;
  std::vector<double> values;
  for (const model::Outcome& outcome : run.outcomes) values.push_back(outcome.value.value_or(0.0));
  const formula::Value value = formula::evaluate(ending_at(whole, node), values);
  return value.failure ? std::nullopt : std::optional(value.number);
}

std::optional<Decider> decider(const model::Model& model, const model::Run& run, const Counted& kind) {
  std::vector<std::pair<double, SlotId>> needs;
  for (SlotId id = 0; id < model.slots.size(); ++id) {
    const model::Slot& slot = model.slot(id);
    const auto& value = run.outcomes[id].value;
    if (slot.kind == model::SlotKind::need && slot.unit.dimension == units::axis(kind.axis) && value)
      needs.emplace_back(*value, id);
  }
  if (needs.empty()) return std::nullopt;
  std::stable_sort(needs.begin(), needs.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  Decider out{kind.plural, needs[0].second, needs[0].first, std::nullopt, 0.0};
  if (needs.size() > 1) {
    out.next = needs[1].second;
    out.next_value = needs[1].first;
  }
  return out;
}

std::optional<Choice> choice(const model::Model& model, const model::Run& run, SlotId output,
                             std::uint32_t node) {
  const formula::Formula& whole = model.slot(output).formula;
  std::vector<std::pair<double, std::uint32_t>> sides;
  for (const std::uint32_t operand : whole.nodes[node].operands) {
    const auto value = value_of(run, whole, operand);
    // A floor such as max(x, 1) is no constraint of its own.
    if (!value || !uses_names(whole, operand)) return std::nullopt;
    sides.emplace_back(*value, operand);
  }
  if (sides.size() < 2) return std::nullopt;
  std::stable_sort(sides.begin(), sides.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  const double ratio =
      sides[1].first > 0.0 ? sides[0].first / sides[1].first : std::numeric_limits<double>::infinity();
  const auto text = [&](std::uint32_t operand) { return print(model, ending_at(whole, operand)); };
  return Choice{output, text(sides[0].second), text(sides[1].second), ratio};
}

/// Of a comparison that holds; nothing for anything else.
std::optional<double> room(const model::Run& run, const formula::Formula& require) {
  const formula::Node& root = require.root();
  if (!formula::is_comparison(root.operation) || root.operation == formula::Operation::equal ||
      root.operation == formula::Operation::not_equal)
    return std::nullopt;
  const auto a = value_of(run, require, root.operands[0]);
  const auto b = value_of(run, require, root.operands[1]);
  if (!a || !b || !(std::max(*a, *b) > 0.0)) return std::nullopt;
  return std::fabs(*a - *b) / std::max(std::fabs(*a), std::fabs(*b));
}

std::optional<Closest> closest(const model::Model& model, const model::Run& run) {
  std::optional<Closest> out;
  for (const model::Check& check : model.checks) {
    const auto applies = check.when ? model::evaluate_at(run, *check.when) : std::optional(1.0);
    const auto holds = model::evaluate_at(run, check.require);
    if (!applies || *applies == 0.0 || !holds || *holds == 0.0) continue;
    const auto left = room(run, check.require);
    if (left && (!out || *left < out->left)) out = Closest{check.id, print(model, check.require), *left};
  }
  return out;
}

}  // namespace

Binding binding(const model::Model& model, const model::Scenario& scenario, const model::Run& run) {
  Binding out;
  for (const Counted& kind : counted_things) {
    if (const auto found = decider(model, run, kind)) out.deciders.push_back(*found);
  }
  for (const SlotId id : model.order) {
    const model::Slot& slot = model.slot(id);
    if (scenario[id] || slot.kind != model::SlotKind::need || !run.outcomes[id].value) continue;
    for (std::uint32_t node = 0; node < slot.formula.nodes.size(); ++node) {
      const formula::Node& at = slot.formula.nodes[node];
      if (at.operation != formula::Operation::call || at.text != "max") continue;
      if (auto found = choice(model, run, id, node)) out.choices.push_back(std::move(*found));
    }
  }
  out.closest = closest(model, run);
  return out;
}

}  // namespace reckon::whatif
