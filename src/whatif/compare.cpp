// SPDX-License-Identifier: MIT
#include "whatif/compare.hpp"

#include "formula/numbers.hpp"

#include <algorithm>

namespace reckon::whatif {

using model::SlotId;

namespace {

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

/// Whether `name =` stands at `at`: digits alone are no name, so "100,000" is one value.
bool starts_setting(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  const std::size_t begin = at;
  while (at < text.size() && is_name_character(text[at])) ++at;
  if (at == begin || (text[begin] >= '0' && text[begin] <= '9')) return false;
  while (at < text.size() && text[at] == ' ') ++at;
  return at < text.size() && text[at] == '=';
}

std::string reason(const model::Model& model, const model::Outcome& outcome) {
  if (outcome.value) return {};
  if (outcome.failure) return outcome.failure->message;
  std::string names;
  for (const SlotId id : outcome.missing) names += (names.empty() ? "" : ", ") + model.slot(id).name;
  return "needs " + names;
}

bool is_equal(const ComparedRow& row) {
  const auto& first = row.values.front();
  return std::all_of(row.values.begin(), row.values.end(), [&](const std::optional<double>& value) {
    return value.has_value() == first.has_value() && (!value || formula::is_same(*value, *first));
  });
}

std::vector<std::string> failing_checks(const model::Model& model, const model::Run& run) {
  std::vector<std::string> out;
  for (const model::Check& check : model.checks) {
    const auto applies = check.when ? model::evaluate_at(run, *check.when) : std::optional(1.0);
    const auto holds = model::evaluate_at(run, check.require);
    if (applies && *applies != 0.0 && holds && *holds == 0.0) out.push_back(check.id);
  }
  return out;
}

}  // namespace

std::vector<std::string> split_settings(std::string_view text) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const bool ends = at == text.size() || (text[at] == ',' && starts_setting(text, at + 1));
    if (!ends) continue;
    std::string_view piece = text.substr(begin, at - begin);
    while (piece.starts_with(' ')) piece.remove_prefix(1);
    out.emplace_back(piece);
    begin = at + 1;
  }
  return out;
}

Comparison compare(const std::vector<Variant>& variants) {
  const model::Model& model = *variants.front().context.model;
  Comparison out;
  std::vector<model::Run> runs;
  for (const Variant& variant : variants) {
    out.names.push_back(variant.name);
    runs.push_back(model::run(model, variant.context.scenario));
    out.checks.push_back(failing_checks(model, runs.back()));
  }
  for (SlotId id = 0; id < model.slots.size(); ++id) {
    const model::Slot& slot = model.slot(id);
    if (slot.kind == model::SlotKind::link) continue;
    ComparedRow row{id, slot.kind == model::SlotKind::input, {}, {}};
    for (const model::Run& run : runs) {
      row.values.push_back(run.outcomes[id].value);
      row.reasons.push_back(reason(model, run.outcomes[id]));
    }
    if (!is_equal(row)) {
      out.rows.push_back(std::move(row));
    } else if (!row.is_input && row.values.front()) {
      ++out.equal_outputs;
    }
  }
  std::stable_partition(out.rows.begin(), out.rows.end(),
                        [](const ComparedRow& row) { return row.is_input; });
  return out;
}

}  // namespace reckon::whatif
