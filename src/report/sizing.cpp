// SPDX-License-Identifier: MIT
#include "report/sizing.hpp"

#include "base/unicode.hpp"
#include "model/run.hpp"
#include "model/trail.hpp"
#include "report/columns.hpp"
#include "report/report.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace reckon::report {
namespace {

using Json = nlohmann::ordered_json;

std::size_t widest(const std::vector<SizingRow>& rows, std::string SizingRow::*member) {
  std::size_t width = 0;
  for (const SizingRow& row : rows) width = std::max(width, base::display_width(row.*member));
  return width;
}

Json row_json(const SizingRow& row) {
  Json out;
  out["name"] = row.name;
  const bool has_value = row.open.empty() && row.failure.empty();
  out["value"] = has_value ? Json(row.value) : Json(nullptr);
  out["unit"] = row.unit;
  // Of an output, only when somebody set it: it then has no calculation.
  out["from"] = row.from.empty() ? Json(nullptr) : Json(row.from);
  if (row.kind == "input") {
    out["unverified"] = row.unverified;
    out["plausible"] = row.plausible.empty();
    return out;
  }
  out["kind"] = row.kind;
  out["calculation"] = row.calculation.empty() ? Json(nullptr) : Json(row.calculation);
  out["open"] = row.open;
  out["failure"] = row.failure.empty() ? Json(nullptr) : Json(row.failure);
  return out;
}

bool is_outside(const model::Range& range, double value) {
  constexpr double forgiven = 1e-9;
  return value < range.low - forgiven * std::fabs(range.low) ||
         value > range.high + forgiven * std::fabs(range.high);
}

SizingRow row_of(const check::Context& context, const model::Run& run, model::SlotId id) {
  const model::Model& model = *context.model;
  const model::Slot& slot = model.slot(id);
  const model::Outcome& outcome = run.outcomes[id];
  const auto& given = context.scenario[id];
  const bool is_input = slot.kind == model::SlotKind::input;
  SizingRow row;
  row.name = slot.name;
  row.unit = slot.unit_text;
  row.kind = is_input ? "input" : slot.kind == model::SlotKind::need ? "need" : "identity";
  for (const model::SlotId missing : outcome.missing) row.open.push_back(model.slot(missing).name);
  if (outcome.failure) row.failure = outcome.failure->message;
  if (outcome.value) {
    row.value = tidy(*outcome.value / slot.unit.factor);
    row.text = model::print_value(model, id, *outcome.value);
  }
  if (is_input || given) {
    row.from = given ? given->origin : "default";
    row.unverified = !given && slot.unverified;
    if (outcome.value && slot.range && is_outside(*slot.range, *outcome.value)) {
      row.plausible = fmt::format("{} to {}", model::print_value(model, id, slot.range->low),
                                  model::print_value(model, id, slot.range->high));
    }
  } else if (outcome.value) {
    row.calculation = model::calculation(model, context.scenario, run, id);
  }
  return row;
}

}  // namespace

Sizing size(const check::Context& context, std::string version) {
  const model::Model& model = *context.model;
  const model::Run run = model::run(model, context.scenario);
  Sizing out{std::move(version), model.id, model.title, {}, {}, {}, {}};
  for (model::SlotId id = 0; id < model.slots.size(); ++id) {
    const model::SlotKind kind = model.slot(id).kind;
    if (kind == model::SlotKind::link) continue;
    const bool is_input = kind == model::SlotKind::input;
    if (is_input && !run.outcomes[id].value) continue;
    (is_input ? out.inputs : out.outputs).push_back(row_of(context, run, id));
  }
  out.binding = binding_rows(model, whatif::binding(model, context.scenario, run));
  for (const model::Check& check : model.checks) {
    const auto applies = check.when ? model::evaluate_at(run, *check.when) : std::optional(1.0);
    const auto holds = model::evaluate_at(run, check.require);
    if (applies && *applies != 0.0 && holds && *holds == 0.0) {
      out.checks.push_back({check.id, check.severity, model::fill(model, run, check.say)});
    }
  }
  return out;
}

std::string print_sizing_text(const Sizing& sizing) {
  std::string out = fmt::format("{} ({})\n\ninputs\n", sizing.title, sizing.model);
  const std::size_t name_width =
      std::max(widest(sizing.inputs, &SizingRow::name), widest(sizing.outputs, &SizingRow::name));
  const std::size_t text_width =
      std::max(widest(sizing.inputs, &SizingRow::text), widest(sizing.outputs, &SizingRow::text));
  for (const SizingRow& row : sizing.inputs) {
    const std::string plausible = row.plausible.empty()
                                      ? std::string{}
                                      : fmt::format(", outside what is plausible ({})", row.plausible);
    out += fmt::format("  {}  {}  {}{}{}\n", padded(row.name, name_width), padded(row.text, text_width),
                       row.from, row.unverified ? ", unverified" : "", plausible);
  }
  out += "\noutputs\n";
  for (const SizingRow& row : sizing.outputs) {
    if (!row.open.empty() || !row.failure.empty()) continue;
    out += fmt::format("  {}  {}  {}\n", padded(row.name, name_width), padded(row.text, text_width),
                       row.calculation.empty() ? row.from : row.calculation);
  }
  std::string open;
  for (const SizingRow& row : sizing.outputs) {
    if (!row.open.empty())
      open += fmt::format("  {}  needs {}\n", padded(row.name, name_width), fmt::join(row.open, ", "));
    if (row.open.empty() && !row.failure.empty())
      open += fmt::format("  {}  {}\n", padded(row.name, name_width), row.failure);
  }
  if (!open.empty()) out += "\nopen\n" + open;
  if (!sizing.binding.empty()) out += "\nbinding\n";
  std::size_t subject_width = name_width;
  for (const BindingRow& row : sizing.binding)
    subject_width = std::max(subject_width, base::display_width(row.subject));
  for (const BindingRow& row : sizing.binding)
    out += fmt::format("  {}  {}\n", padded(row.subject, subject_width), row.text);
  if (!sizing.checks.empty()) out += "\nchecks\n";
  for (const FiredCheck& check : sizing.checks) {
    out += fmt::format("  {}[{}]: {}\n", base::name(check.severity), check.id, check.message);
  }
  return out;
}

std::string print_sizing_json(const Sizing& sizing) {
  Json out;
  out["reckon"] = 1;
  out["version"] = sizing.version;
  out["model"] = sizing.model;
  out["inputs"] = Json::array();
  for (const SizingRow& row : sizing.inputs) out["inputs"].push_back(row_json(row));
  out["outputs"] = Json::array();
  for (const SizingRow& row : sizing.outputs) out["outputs"].push_back(row_json(row));
  out["binding"] = Json::array();
  for (const BindingRow& row : sizing.binding) {
    out["binding"].push_back({{"of", row.subject},
                              {"decides", row.decides},
                              {"margin", row.has_margin ? Json(row.margin) : Json(nullptr)}});
  }
  out["checks"] = Json::array();
  for (const FiredCheck& check : sizing.checks) {
    out["checks"].push_back(
        {{"id", check.id}, {"severity", base::name(check.severity)}, {"message", check.message}});
  }
  return base::escaped_json(out.dump(2)) + '\n';
}

}  // namespace reckon::report
