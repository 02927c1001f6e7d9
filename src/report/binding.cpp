// SPDX-License-Identifier: MIT
#include "report/binding.hpp"

#include "model/trail.hpp"
#include "report/report.hpp"
#include "units/print.hpp"

#include <fmt/format.h>

#include <cmath>

namespace reckon::report {
namespace {

constexpr int digits_of_margin = 3;

std::string margin_percent(double share) {
  return units::print_rounded(share * 100.0, digits_of_margin) + " %";
}

/// "as much as", "26 % more than", "20 times".
std::string compared(double margin) {
  if (margin == 0.0) return "as much as";
  if (margin < 1.0) return margin_percent(margin) + " more than";
  return units::print_rounded(margin + 1.0, digits_of_margin) + " times";
}

BindingRow row_of(const model::Model& model, const whatif::Decider& decider) {
  BindingRow row;
  row.subject = decider.counts;
  row.decides = model.slot(decider.output).name;
  const std::string value = model::print_value(model, decider.output, decider.value);
  if (!decider.next) {
    row.text = fmt::format("{}: {}, the only need of this kind", row.decides, value);
    return row;
  }
  const std::string next = fmt::format("{} ({})", model.slot(*decider.next).name,
                                       model::print_value(model, *decider.next, decider.next_value));
  row.has_margin = decider.next_value > 0.0;
  if (!row.has_margin) {
    row.text = fmt::format("{} decides: {}; next {}", row.decides, value, next);
    return row;
  }
  row.margin = tidy(decider.value / decider.next_value - 1.0);
  row.text = fmt::format("{} decides: {}, {} {}", row.decides, value, compared(row.margin), next);
  return row;
}

BindingRow row_of(const model::Model& model, const whatif::Choice& choice) {
  BindingRow row;
  row.subject = model.slot(choice.output).name;
  row.decides = choice.chosen;
  row.has_margin = std::isfinite(choice.ratio);
  if (row.has_margin) row.margin = tidy(choice.ratio - 1.0);
  row.text = row.has_margin
                 ? fmt::format("{} decides, {} {}", choice.chosen, compared(row.margin), choice.next)
                 : fmt::format("{} decides over {}, which is zero", choice.chosen, choice.next);
  return row;
}

BindingRow row_of(const whatif::Closest& closest) {
  return {
      closest.check, closest.requirement,
      fmt::format("is nearest to failing: {} has {} left", closest.requirement, margin_percent(closest.left)),
      tidy(closest.left), true};
}

}  // namespace

std::vector<BindingRow> binding_rows(const model::Model& model, const whatif::Binding& binding) {
  std::vector<BindingRow> out;
  for (const whatif::Decider& decider : binding.deciders) out.push_back(row_of(model, decider));
  for (const whatif::Choice& choice : binding.choices) out.push_back(row_of(model, choice));
  if (binding.closest) out.push_back(row_of(*binding.closest));
  return out;
}

}  // namespace reckon::report
