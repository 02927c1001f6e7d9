// SPDX-License-Identifier: MIT
#include "model/run.hpp"

#include <algorithm>

namespace reckon::model {
namespace {

/// Slots in the order in which a subset of a model is computed.
struct Path {
  std::vector<SlotId> sources;   ///< inputs and given slots
  std::vector<SlotId> computed;  ///< in evaluation order
};

Path path_to(const Model& model, const Scenario& scenario, SlotId target) {
  std::vector<bool> needed(model.slots.size(), false);
  needed[target] = true;
  Path path;
  const auto is_source = [&](SlotId id) {
    return scenario[id].has_value() || model.slot(id).formula.nodes.empty();
  };
  for (auto it = model.order.rbegin(); it != model.order.rend(); ++it) {
    if (!needed[*it] || is_source(*it)) continue;
    path.computed.push_back(*it);
    for (const formula::Node& node : model.slot(*it).formula.nodes) {
      if (node.operation == formula::Operation::name) needed[node.slot] = true;
    }
  }
  std::reverse(path.computed.begin(), path.computed.end());
  for (SlotId id = 0; id < model.slots.size(); ++id) {
    if (needed[id] && is_source(id)) path.sources.push_back(id);
  }
  return path;
}

/// Values of all slots on a path, or nothing when one of its formulas fails.
std::optional<double> evaluate_path(const Model& model, const Path& path, SlotId target,
                                    std::vector<double>& values) {
  for (const SlotId id : path.computed) {
    const formula::Value value = formula::evaluate(model.slot(id).formula, values);
    if (value.failure) return std::nullopt;
    values[id] = value.number;
  }
  return values[target];
}

}  // namespace

std::string_view name(Provenance provenance) {
  switch (provenance) {
    case Provenance::user:
      return "user";
    case Provenance::declared:
      return "declared";
    case Provenance::variable:
      return "variable";
    case Provenance::stated:
      return "stated";
    case Provenance::platform:
      return "platform";
    case Provenance::fallback:
      return "default";
  }
  return "";
}

Run run(const Model& model, const Scenario& scenario) {
  Run out;
  out.outcomes.resize(model.slots.size());
  std::vector<double> values(model.slots.size(), 0.0);
  for (SlotId id = 0; id < model.slots.size(); ++id) {
    Outcome& outcome = out.outcomes[id];
    if (scenario[id]) {
      outcome.value = scenario[id]->stated.interval.value;
    } else if (model.slot(id).kind == SlotKind::input) {
      outcome.value = model.slot(id).fallback;
      if (!outcome.value) outcome.missing.push_back(id);
    }
    values[id] = outcome.value.value_or(0.0);
  }
  for (const SlotId id : model.order) {
    if (scenario[id]) continue;
    Outcome& outcome = out.outcomes[id];
    for (const formula::Node& node : model.slot(id).formula.nodes) {
      if (node.operation != formula::Operation::name) continue;
      const Outcome& needed = out.outcomes[node.slot];
      outcome.missing.insert(outcome.missing.end(), needed.missing.begin(), needed.missing.end());
      if (needed.failure && !outcome.failure) outcome.failure = needed.failure;
    }
    std::sort(outcome.missing.begin(), outcome.missing.end());
    outcome.missing.erase(std::unique(outcome.missing.begin(), outcome.missing.end()), outcome.missing.end());
    if (!outcome.missing.empty() || outcome.failure) continue;
    formula::Value value = formula::evaluate(model.slot(id).formula, values);
    outcome.failure = std::move(value.failure);
    if (outcome.failure) continue;
    outcome.value = value.number;
    values[id] = value.number;
  }
  return out;
}

std::vector<SlotId> sources_of(const Model& model, const Scenario& scenario, SlotId slot) {
  return path_to(model, scenario, slot).sources;
}

std::optional<units::Interval> interval(const Model& model, const Scenario& scenario, SlotId output,
                                        const Width& width) {
  const Path path = path_to(model, scenario, output);
  std::vector<double> middle(model.slots.size(), 0.0);
  std::vector<units::Interval> ends(model.slots.size());
  for (const SlotId id : path.sources) {
    const std::optional<double> value =
        scenario[id] ? std::optional(scenario[id]->stated.interval.value) : model.slot(id).fallback;
    if (!value) return std::nullopt;
    middle[id] = *value;
    ends[id] = width(id, *value);
  }
  const auto at = [&](std::vector<double> values) { return evaluate_path(model, path, output, values); };
  const auto centre = at(middle);
  if (!centre) return std::nullopt;

  std::vector<double> lowest = middle;
  std::vector<double> highest = middle;
  for (const SlotId id : path.sources) {
    if (ends[id].low == ends[id].high) continue;
    std::vector<double> values = middle;
    values[id] = ends[id].low;
    const auto at_low = at(values);
    values[id] = ends[id].high;
    const auto at_high = at(values);
    if (!at_low || !at_high) continue;
    const bool rises = *at_high >= *at_low;
    lowest[id] = rises ? ends[id].low : ends[id].high;
    highest[id] = rises ? ends[id].high : ends[id].low;
  }
  const auto low = at(lowest);
  const auto high = at(highest);
  if (!low || !high) return units::exactly(*centre);
  return units::Interval{std::min({*low, *high, *centre}), *centre, std::max({*low, *high, *centre})};
}

std::optional<double> evaluate_at(const Run& run, const formula::Formula& formula) {
  std::vector<double> values(run.outcomes.size(), 0.0);
  for (const formula::Node& node : formula.nodes) {
    if (node.operation != formula::Operation::name) continue;
    const auto& value = run.outcomes[node.slot].value;
    if (!value) return std::nullopt;
    values[node.slot] = *value;
  }
  const formula::Value value = formula::evaluate(formula, values);
  return value.failure ? std::nullopt : std::optional(value.number);
}

}  // namespace reckon::model
