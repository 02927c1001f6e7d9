// SPDX-License-Identifier: MIT
#include "report/model_page.hpp"

#include "formula/print.hpp"
#include "model/trail.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reckon::report {
namespace {

/// The words under which a document may state it.
std::string print_names(const model::Slot& slot) {
  return slot.labels.empty() ? "" : fmt::format("      called: {}\n", fmt::join(slot.labels, ", "));
}

std::string print_input(const model::Model& model, model::SlotId id) {
  const model::Slot& slot = model.slot(id);
  std::string out = fmt::format("  {}  [{}]\n", slot.name, slot.unit_text);
  if (!slot.about.empty()) out += fmt::format("      {}\n", slot.about);
  out += print_names(slot);
  if (slot.fallback)
    out += fmt::format("      default {}{}\n", model::print_value(model, id, *slot.fallback),
                       slot.unverified ? ", unverified" : "");
  if (slot.range) {
    out += fmt::format("      plausible {} to {}\n", model::print_value(model, id, slot.range->low),
                       model::print_value(model, id, slot.range->high));
  }
  if (slot.source)
    out += fmt::format("      source: {} ({})\n", model::print_source(*slot.source), slot.source->checked);
  return out;
}

std::string print_output(const model::Model& model, model::SlotId id) {
  const model::Slot& slot = model.slot(id);
  const char* kind = slot.kind == model::SlotKind::need   ? "need"
                     : slot.kind == model::SlotKind::link ? "link"
                                                          : "identity";
  std::string out = fmt::format("  {}  [{}]  {}\n      = {}\n", slot.name, slot.unit_text, kind,
                                print_formula(model, slot.formula));
  if (!slot.about.empty()) out += fmt::format("      {}\n", slot.about);
  out += print_names(slot);
  if (slot.source)
    out += fmt::format("      source: {} ({})\n", model::print_source(*slot.source), slot.source->checked);
  return out;
}

}  // namespace

std::string print_formula(const model::Model& model, const formula::Formula& formula) {
  return formula::print_with(
             formula,
             [&](const formula::Node& node) {
               return formula::Replacement{model.slot(node.slot).name, formula::Binding::atom};
             })
      .text;
}

std::string print_message(const model::Message& message) {
  std::string out;
  for (const auto& piece : message.pieces) out += piece.slot ? "{" + piece.text + "}" : piece.text;
  return out;
}

std::string print_model_page(const model::Model& model) {
  std::string out = fmt::format("{} ({})\n{}\n", model.title, model.id, model.about);
  if (!model.parts.empty()) out += "\nparts\n";
  for (const model::Part& part : model.parts) out += fmt::format("  {}  {}\n", part.alias, part.model);
  out += "\ninputs\n";
  for (model::SlotId id = 0; id < model.slots.size(); ++id) {
    if (model.slot(id).kind == model::SlotKind::input) out += print_input(model, id);
  }
  out += "\noutputs\n";
  for (model::SlotId id = 0; id < model.slots.size(); ++id) {
    if (model.slot(id).kind != model::SlotKind::input) out += print_output(model, id);
  }
  if (!model.checks.empty()) out += "\nchecks\n";
  for (const model::Check& check : model.checks) {
    out += fmt::format("  {}  {}\n      {}\n      {}\n", check.id, base::name(check.severity),
                       print_formula(model, check.require), print_message(check.say));
  }
  return out;
}

}  // namespace reckon::report
