// SPDX-License-Identifier: MIT
#include "report/comparison.hpp"

#include "base/unicode.hpp"
#include "model/trail.hpp"
#include "report/columns.hpp"
#include "report/csv.hpp"
#include "report/report.hpp"
#include "units/print.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace reckon::report {
namespace {

using Json = nlohmann::ordered_json;
using whatif::ComparedRow;

/// From here on a ratio says more than a percentage.
constexpr double readable_ratio = 2.0;
constexpr double same = 1e-9;

/// "+100 %", "×3", "-40 %"; "" where the two are the same or cannot be compared.
std::string difference(const std::optional<double>& base, const std::optional<double>& value) {
  if (!base || !value || std::fabs(*value - *base) <= same * std::fabs(*base)) return {};
  if (!(*base > 0.0) || !(*value > 0.0)) return {};
  const double ratio = *value / *base;
  if (ratio >= readable_ratio) return "×" + units::print_rounded(ratio, 3);
  const std::string percent = units::print_rounded((ratio - 1.0) * 100.0, 3);
  return fmt::format("{}{} %", ratio > 1.0 ? "+" : "", percent);
}

std::string cell(const model::Model& model, const ComparedRow& row, std::size_t column) {
  const auto& value = row.values[column];
  if (!value) return fmt::format("- ({})", row.reasons[column]);
  std::string out = model::print_value(model, row.slot, *value);
  const std::string change = column == 0 ? std::string{} : difference(row.values.front(), value);
  return change.empty() ? out : fmt::format("{} ({})", out, change);
}

}  // namespace

std::string print_comparison_text(const model::Model& model, const whatif::Comparison& comparison) {
  Table table;
  table.lines.push_back({""});
  for (const std::string& name : comparison.names) table.lines.back().push_back(base::printable(name));
  for (const ComparedRow& row : comparison.rows) {
    table.lines.push_back({model.slot(row.slot).name});
    for (std::size_t i = 0; i < row.values.size(); ++i) table.lines.back().push_back(cell(model, row, i));
  }
  table.lines.push_back({"failing checks"});
  for (const auto& ids : comparison.checks)
    table.lines.back().push_back(ids.empty() ? "none" : fmt::format("{}", fmt::join(ids, ", ")));
  return fmt::format("{} ({})\n\n{}\n{} further outputs are the same in all\n", model.title, model.id,
                     table.print(), comparison.equal_outputs);
}

std::string print_comparison_csv(const model::Model& model, const whatif::Comparison& comparison) {
  std::string out = "name,unit";
  for (const std::string& name : comparison.names) out += ',' + csv_field(name);
  out += "\r\n";
  for (const ComparedRow& row : comparison.rows) {
    const model::Slot& slot = model.slot(row.slot);
    out += csv_field(slot.name) + ',' + csv_field(slot.unit_text);
    for (const auto& value : row.values)
      out += ',' + (value ? units::print_number(tidy(units::from_base(*value, slot.unit.factor))) : "");
    out += "\r\n";
  }
  return out;
}

std::string print_comparison_json(const model::Model& model, const whatif::Comparison& comparison,
                                  const std::string& version) {
  Json out;
  out["reckon"] = 1;
  out["version"] = version;
  out["model"] = model.id;
  out["scenarios"] = Json::array();
  for (std::size_t i = 0; i < comparison.names.size(); ++i)
    out["scenarios"].push_back({{"name", comparison.names[i]}, {"failing_checks", comparison.checks[i]}});
  out["rows"] = Json::array();
  for (const ComparedRow& row : comparison.rows) {
    const model::Slot& slot = model.slot(row.slot);
    Json values = Json::array();
    for (const auto& value : row.values)
      values.push_back(value ? Json(tidy(units::from_base(*value, slot.unit.factor))) : Json(nullptr));
    out["rows"].push_back({{"name", slot.name},
                           {"unit", slot.unit_text},
                           {"kind", row.is_input ? "input" : "output"},
                           {"values", std::move(values)}});
  }
  out["equal_outputs"] = comparison.equal_outputs;
  return base::escaped_json(out.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

}  // namespace reckon::report
