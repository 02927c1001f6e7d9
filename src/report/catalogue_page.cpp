// SPDX-License-Identifier: MIT
#include "report/catalogue_page.hpp"

#include "model/trail.hpp"
#include "report/model_page.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reckon::report {
namespace {

using model::SlotKind;

/// Text inside a table cell.
std::string cell(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '<') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string print_prompt(const prompt::Prompt& prompt) {
  std::string out =
      fmt::format("### {}\n\n{}. Section {}; domains: {}. Sized by [{}](#{}).\n\n", prompt.id, prompt.title,
                  prompt.section, fmt::join(prompt.domains, ", "), prompt.model, prompt.model);
  out += "| variable | unit | default | question |\n|---|---|---|---|\n";
  for (const prompt::Variable& variable : prompt.variables) {
    const std::string unit = variable.unit_text.empty()
                                 ? fmt::format("text, {} characters", variable.text_limit)
                                 : variable.unit_text;
    out += fmt::format("| `{}` | {} | {} | {} |\n", variable.name, cell(unit), cell(variable.fallback),
                       cell(variable.ask));
  }
  if (!prompt.rules.empty()) out += "\nRelations inside one answer:\n\n";
  for (const prompt::Rule& rule : prompt.rules) {
    out += fmt::format("- `{}.{}` ({}): {}\n", prompt.id, rule.id, base::name(rule.severity), rule.say);
  }
  return out + '\n';
}

std::string print_slots(const model::Model& model, bool inputs) {
  std::string out;
  for (model::SlotId id = 0; id < model.slots.size(); ++id) {
    const model::Slot& slot = model.slot(id);
    // What belongs to a part is told on the part's own page.
    if ((slot.kind == SlotKind::input) != inputs || slot.name.find('.') != std::string::npos) continue;
    std::string value;
    if (inputs) {
      value = slot.fallback
                  ? model::print_value(model, id, *slot.fallback) + (slot.unverified ? " (unverified)" : "")
                  : "open";
      if (slot.range)
        value += fmt::format("; {} to {}", model::print_value(model, id, slot.range->low),
                             model::print_value(model, id, slot.range->high));
    } else {
      value = fmt::format("{}: `{}`", slot.kind == SlotKind::need ? "need" : "identity",
                          print_formula(model, slot.formula));
    }
    out += fmt::format("| `{}` | {} | {} | {} |\n", slot.name, cell(slot.unit_text), cell(value),
                       cell(slot.about));
  }
  return out;
}

std::string print_model(const model::Model& model) {
  std::string out = fmt::format("### {}\n\n{}. {}\n\n", model.id, model.title, model.about);
  if (!model.parts.empty()) {
    std::vector<std::string> parts;
    for (const model::Part& part : model.parts)
      parts.push_back(fmt::format("`{}` is [{}](#{})", part.alias, part.model, part.model));
    out += fmt::format("Parts: {}.\n\n", fmt::join(parts, ", "));
  }
  if (const std::string inputs = print_slots(model, true); !inputs.empty()) {
    out += "| input | unit | default; plausible range | |\n|---|---|---|---|\n" + inputs + '\n';
  }
  if (const std::string outputs = print_slots(model, false); !outputs.empty()) {
    out += "| output | unit | follows from | |\n|---|---|---|---|\n" + outputs + '\n';
  }
  std::string checks;
  for (const model::Check& check : model.checks) {
    if (!check.id.starts_with(model.id + '.')) continue;
    checks += fmt::format("- `{}` ({}): `{}`\n", check.id, base::name(check.severity),
                          print_formula(model, check.require));
  }
  for (const model::Refusal& refusal : model.refusals) {
    if (refusal.id.starts_with(model.id + '.'))
      checks += fmt::format("- `{}` ({}): {}\n", refusal.id, base::name(refusal.severity), refusal.say);
  }
  return checks.empty() ? out : out + "Checks:\n\n" + checks + '\n';
}

}  // namespace

std::string print_catalogue(prompt::Library& prompts, model::Library& models) {
  std::string out =
      "# Catalogue\n\nPrinted by `reckon catalogue` from the files in `prompts/` and `models/`.\n\n## "
      "Prompts\n\n";
  for (const std::string& id : prompts.ids()) {
    if (const prompt::Prompt* prompt = prompts.find(id)) out += print_prompt(*prompt);
  }
  out += "## Models\n\n";
  for (const std::string& id : models.ids()) {
    if (const model::Model* model = models.find(id)) out += print_model(*model);
  }
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

}  // namespace reckon::report
