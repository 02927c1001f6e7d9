// SPDX-License-Identifier: MIT
#include "whatif/trial.hpp"

#include <algorithm>

namespace reckon::whatif {

using model::SlotId;

namespace {

template <class Visit>
void for_each_name(const model::Slot& slot, const Visit& visit) {
  for (const formula::Node& node : slot.formula.nodes) {
    if (node.operation == formula::Operation::name) visit(node.slot);
  }
}

}  // namespace

Trial::Trial(const model::Model& model, const model::Scenario& scenario, std::vector<SlotId> outputs,
             const std::vector<SlotId>& varied)
    : model_(&model),
      outputs_(std::move(outputs)),
      reached_(model.slots.size(), false),
      values_(model.slots.size(), 0.0),
      failures_(model.slots.size()),
      missing_(model.slots.size()) {
  std::vector<bool> given(model.slots.size(), false);
  for (SlotId id = 0; id < model.slots.size(); ++id) {
    const model::Slot& slot = model.slot(id);
    given[id] = scenario[id].has_value();
    if (scenario[id]) {
      values_[id] = scenario[id]->stated.interval.value;
    } else if (slot.kind == model::SlotKind::input) {
      values_[id] = slot.fallback.value_or(0.0);
      if (!slot.fallback) missing_[id].push_back(id);
    }
  }
  for (const SlotId id : varied) {
    given[id] = true;
    reached_[id] = true;
    missing_[id].clear();
  }
  std::vector<bool> needed(model.slots.size(), false);
  for (const SlotId id : outputs_) needed[id] = true;
  for (auto at = model.order.rbegin(); at != model.order.rend(); ++at) {
    if (!needed[*at] || given[*at]) continue;
    for_each_name(model.slot(*at), [&](SlotId name) { needed[name] = true; });
  }
  for (const SlotId id : model.order) {
    if (!needed[id] || given[id]) continue;
    for_each_name(model.slot(id), [&](SlotId name) {
      if (reached_[name]) reached_[id] = true;
      missing_[id].insert(missing_[id].end(), missing_[name].begin(), missing_[name].end());
    });
    std::sort(missing_[id].begin(), missing_[id].end());
    missing_[id].erase(std::unique(missing_[id].begin(), missing_[id].end()), missing_[id].end());
    if (!missing_[id].empty()) continue;
    if (reached_[id]) {
      moving_.push_back(id);
    } else {
      compute(id);
    }
  }
}

void Trial::run() {
  for (const SlotId id : moving_) compute(id);
}

void Trial::compute(SlotId slot) {
  failures_[slot].reset();
  for_each_name(model_->slot(slot), [&](SlotId name) {
    if (failures_[name] && !failures_[slot]) failures_[slot] = failures_[name];
  });
  if (failures_[slot]) return;
  formula::Value value = formula::evaluate(model_->slot(slot).formula, values_);
  failures_[slot] = std::move(value.failure);
  values_[slot] = value.number;
}

std::optional<double> Trial::value(SlotId slot) const {
  if (!missing_[slot].empty() || failures_[slot]) return std::nullopt;
  return values_[slot];
}

const formula::Failure* Trial::failure(SlotId slot) const {
  return failures_[slot] ? &*failures_[slot] : nullptr;
}

}  // namespace reckon::whatif
