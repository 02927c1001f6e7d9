// SPDX-License-Identifier: MIT
#include "report/explanation.hpp"

#include "base/unicode.hpp"
#include "formula/print.hpp"
#include "model/run.hpp"
#include "model/trail.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace reckon::report {
namespace {

using Json = nlohmann::ordered_json;
using model::SlotId;

class Trail {
 public:
  explicit Trail(const check::Context& context)
      : context_(context),
        model_(*context.model),
        run_(model::run(model_, context.scenario)),
        seen_(model_.slots.size(), false) {}

  /// Depth first with a list of what is still to be told: a chain of slots is as long as its model.
  std::vector<TrailStep> of(SlotId output) {
    std::vector<std::pair<SlotId, std::size_t>> waiting{{output, 0}};
    std::vector<TrailStep> out;
    while (!waiting.empty()) {
      const auto [slot, depth] = waiting.back();
      waiting.pop_back();
      const bool is_given = context_.scenario[slot].has_value() || model_.slot(slot).formula.nodes.empty();
      out.push_back(step(slot, depth, is_given));
      const bool is_new = !seen_[slot];
      out.back().is_repeated = !is_new && !is_given;
      seen_[slot] = true;
      if (is_given || !is_new) continue;
      const std::vector<SlotId> names = names_in(slot);
      for (auto name = names.rbegin(); name != names.rend(); ++name) waiting.emplace_back(*name, depth + 1);
    }
    return out;
  }

 private:
  [[nodiscard]] std::vector<SlotId> names_in(SlotId slot) const {
    std::vector<SlotId> out;
    for (const formula::Node& node : model_.slot(slot).formula.nodes) {
      const bool is_name = node.operation == formula::Operation::name;
      if (is_name && std::find(out.begin(), out.end(), node.slot) == out.end()) out.push_back(node.slot);
    }
    return out;
  }

  [[nodiscard]] std::string value_of(SlotId slot) const {
    const model::Outcome& outcome = run_.outcomes[slot];
    if (outcome.value) return model::print_value(model_, slot, *outcome.value);
    return outcome.failure ? outcome.failure->message : "open";
  }

  [[nodiscard]] TrailStep step(SlotId id, std::size_t depth, bool is_given) const {
    const model::Slot& slot = model_.slot(id);
    TrailStep out;
    out.depth = depth;
    out.name = slot.name;
    out.value = value_of(id);
    out.about = slot.about;
    if (is_given) {
      const auto& given = context_.scenario[id];
      const bool is_default = !given && slot.fallback.has_value();
      out.from = given ? given->origin : is_default ? "default" : "nobody set it";
      out.unverified = is_default && slot.unverified;
      if (is_default && slot.source) out.source = model::print_source(*slot.source);
      return out;
    }
    out.formula = print([this](SlotId name) { return model_.slot(name).name; }, id);
    out.filled = print([this](SlotId name) { return filled_in(name); }, id);
    return out;
  }

  [[nodiscard]] std::string filled_in(SlotId slot) const {
    return run_.outcomes[slot].value ? value_of(slot) : model_.slot(slot).name;
  }

  template <class Written>
  [[nodiscard]] std::string print(const Written& written, SlotId slot) const {
    return formula::print_with(model_.slot(slot).formula,
                               [&](const formula::Node& node) {
                                 return formula::Replacement{written(node.slot), formula::Binding::atom};
                               })
        .text;
  }

  const check::Context& context_;
  const model::Model& model_;
  model::Run run_;
  std::vector<bool> seen_;
};

}  // namespace

std::vector<TrailStep> trail_of(const check::Context& context, SlotId output) {
  return Trail(context).of(output);
}

std::string print_trail_text(const std::vector<TrailStep>& steps) {
  std::string out;
  for (const TrailStep& step : steps) {
    const std::string indent(4 * step.depth, ' ');
    out += fmt::format("{}{} = {}", indent, step.name, step.value);
    if (!step.from.empty()) out += fmt::format("  ({}{})", step.from, step.unverified ? ", unverified" : "");
    if (step.is_repeated) out += "  (see above)";
    out += '\n';
    if (step.is_repeated) continue;
    if (!step.formula.empty()) {
      out += fmt::format("{}  = {}\n", indent, step.formula);
      if (step.filled != step.formula) out += fmt::format("{}  = {}\n", indent, step.filled);
    }
    if (step.depth == 0 && !step.about.empty()) out += fmt::format("{}  {}\n", indent, step.about);
    if (!step.source.empty()) out += fmt::format("{}  {}\n", indent, step.source);
  }
  return out;
}

std::string print_trail_json(const std::vector<TrailStep>& steps, const std::string& model,
                             const std::string& version) {
  Json out;
  out["reckon"] = 1;
  out["version"] = version;
  out["model"] = model;
  out["trail"] = Json::array();
  const auto or_null = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
  for (const TrailStep& step : steps) {
    Json row;
    row["depth"] = step.depth;
    row["name"] = step.name;
    row["value"] = step.value;
    row["formula"] = or_null(step.formula);
    row["calculation"] = or_null(step.filled);
    row["from"] = or_null(step.from);
    row["source"] = or_null(step.source);
    row["unverified"] = step.unverified;
    out["trail"].push_back(std::move(row));
  }
  return base::escaped_json(out.dump(2)) + '\n';
}

}  // namespace reckon::report
