// SPDX-License-Identifier: MIT
#include "check/explain.hpp"

#include "check/written_value.hpp"
#include "model/invert.hpp"
#include "model/trail.hpp"
#include "units/print.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace reckon::check {
namespace {

using model::SlotId;

struct Option {
  double distance = 0.0;  ///< decades outside the plausible range, then decades from the value in force
  double change = 0.0;
  std::string text;
};

double decades(double a, double b) {
  return std::abs(std::log10(std::abs(a / b)));
}

double decades_outside(const model::Slot& slot, double value) {
  if (!slot.range) return 0.0;
  if (value < slot.range->low) return decades(value, slot.range->low);
  return value > slot.range->high ? decades(value, slot.range->high) : 0.0;
}

double value_in_force(const model::Model& model, const model::Scenario& scenario, SlotId id) {
  return scenario[id] ? scenario[id]->stated.interval.value : model.slot(id).fallback.value_or(0.0);
}

/// The reserve behind a slot: the input that says how much is held back, when it holds anything back.
std::optional<SlotId> reserve_behind(const model::Model& model, const model::Scenario& scenario,
                                     const std::vector<SlotId>& sources) {
  for (const SlotId id : sources) {
    const auto& full = model.slot(id).full;
    if (full && value_in_force(model, scenario, id) != *full) return id;
  }
  return std::nullopt;
}

std::string inverted_text(const model::Model& model, const model::Scenario& scenario, SlotId slot,
                          SlotId input, double stated, double value, std::optional<SlotId> reserve) {
  const std::string now = fmt::format("{} = ", short_name(model, input));
  const std::string at_present = model::print_value(model, input, value);
  if (!reserve || *reserve == input) return now + at_present;
  model::Scenario full = scenario;
  full[*reserve] = model::Given{};
  full[*reserve]->stated.interval = units::exactly(*model.slot(*reserve).full);
  const auto at_full = model::invert(model, full, slot, input, stated);
  if (!at_full) return now + at_present;
  const auto percent = [&](double share) { return model::print_value(model, *reserve, share); };
  return fmt::format("{}{} at {} {}, {} at {}", now, model::print_value(model, input, *at_full),
                     percent(*model.slot(*reserve).full), short_name(model, *reserve), at_present,
                     percent(value_in_force(model, scenario, *reserve)));
}

std::vector<std::string> nearest(std::vector<Option> options, std::size_t most) {
  std::stable_sort(options.begin(), options.end(), [](const Option& a, const Option& b) {
    return a.distance != b.distance ? a.distance < b.distance : a.change < b.change;
  });
  std::vector<std::string> out;
  for (Option& option : options) {
    if (out.size() < most) out.push_back(std::move(option.text));
  }
  return out;
}

}  // namespace

std::string short_name(const model::Model& model, SlotId slot) {
  const std::string& name = model.slot(slot).name;
  const std::size_t dot = name.rfind('.');
  if (dot == std::string::npos) return name;
  const std::string last = name.substr(dot + 1);
  return model::find_slot(model, last) == slot ? last : name;
}

std::vector<std::string> to_be_right(const model::Model& model, const model::Scenario& scenario, SlotId slot,
                                     double stated, std::size_t most) {
  model::Scenario open = scenario;
  open[slot].reset();
  const std::vector<SlotId> sources = model::sources_of(model, open, slot);
  const auto reserve = reserve_behind(model, open, sources);
  std::vector<Option> options;
  for (const SlotId input : sources) {
    const double now = value_in_force(model, open, input);
    // A platform's fixed value or a constant of nature is nobody's to change.
    const bool is_constant = !open[input] && !model.slot(input).range;
    if (is_constant) continue;
    const auto value = model::invert(model, open, slot, input, stated);
    if (!value || decades(*value, now) < 1e-3) continue;
    options.push_back({decades_outside(model.slot(input), *value), decades(*value, now),
                       inverted_text(model, open, slot, input, stated, *value, reserve)});
  }
  return nearest(std::move(options), most);
}

std::vector<std::string> implied(const model::Model& model, const model::Scenario& scenario, SlotId slot,
                                 double stated) {
  model::Scenario open = scenario;
  open[slot].reset();
  const std::vector<SlotId> sources = model::sources_of(model, open, slot);
  const auto reserve = reserve_behind(model, open, sources);
  std::vector<std::string> out;
  for (const SlotId input : sources) {
    const bool is_guess = !open[input] && model.slot(input).range;
    if (!is_guess || input == reserve) continue;
    const auto value = model::invert(model, open, slot, input, stated);
    if (!value) continue;
    std::string text =
        fmt::format("{} = {}", short_name(model, input), model::print_value(model, input, *value));
    if (reserve) {
      text +=
          fmt::format(" at {} {}", model::print_value(model, *reserve, value_in_force(model, open, *reserve)),
                      short_name(model, *reserve));
    }
    out.push_back(std::move(text));
  }
  if (!out.empty() || !reserve) return out;
  // Everything but the reserve is stated: what is left says how busy the plan would be.
  if (const auto value = model::invert(model, open, slot, *reserve, stated)) {
    out.push_back(
        fmt::format("{} = {}", short_name(model, *reserve), model::print_value(model, *reserve, *value)));
  }
  return out;
}

std::vector<std::string> to_be_right(const formula::Calculation& calculation, double stated,
                                     std::size_t most) {
  const auto right = value_of(calculation.formula);
  std::vector<Option> options;
  if (!right || *right == 0.0 || stated / *right <= 0.0) return {};
  for (const formula::Leaf& leaf : calculation.leaves) {
    const units::Stated& literal = calculation.formula.nodes[leaf.node].literal;
    const double now = literal.interval.value;
    // Sizing arithmetic is products and quotients: each number enters with power one or minus one, or not at
    // all.
    for (const double wanted : {now * stated / *right, now * *right / stated}) {
      formula::Formula changed = calculation.formula;
      changed.nodes[leaf.node].literal.interval = units::exactly(wanted);
      const auto value = value_of(changed);
      if (!value || std::abs(*value - stated) > 1e-9 * std::abs(stated) || wanted == now) continue;
      const std::string& written = calculation.formula.nodes[leaf.node].text;
      const std::string& unit = literal.unit_text;
      const std::string text = unit.empty() || unit.starts_with('$')
                                   ? written_value(wanted, literal.unit, unit, written)
                                   : units::print_human({wanted, literal.dimension});
      options.push_back({0.0, decades(wanted, now), fmt::format("{} in place of {}", text, written)});
      break;
    }
  }
  return nearest(std::move(options), most);
}

std::vector<std::string> unchecked(const model::Model& model, const model::Scenario& scenario,
                                   const std::vector<SlotId>& sources) {
  std::vector<std::string> out;
  for (const SlotId id : sources) {
    const model::Slot& slot = model.slot(id);
    if (scenario[id] || !slot.unverified || !slot.fallback) continue;
    out.push_back(fmt::format("{} = {} is assumed, and nobody has checked it", short_name(model, id),
                              model::print_value(model, id, *slot.fallback)));
  }
  return out;
}

}  // namespace reckon::check
