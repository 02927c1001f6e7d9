// SPDX-License-Identifier: MIT
#include "report/sweep.hpp"

#include "base/unicode.hpp"
#include "report/columns.hpp"
#include "report/csv.hpp"
#include "report/report.hpp"
#include "units/print.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace reckon::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t rows_before_widths = 1000;

double number_of(const SweepColumn& column, double value) {
  return tidy(units::from_base(value, column.factor));
}

std::string headline(const SweepColumn& column) {
  return column.unit == "1" ? column.name : fmt::format("{} [{}]", column.name, column.unit);
}

SweepColumn column_of(std::string name, const std::string& unit, double factor) {
  return {std::move(name), unit.empty() ? "1" : unit, factor};
}

Json columns_json(const std::vector<SweepColumn>& columns) {
  Json out = Json::array();
  for (const SweepColumn& column : columns) out.push_back({{"name", column.name}, {"unit", column.unit}});
  return out;
}

}  // namespace

SweepHead sweep_head(const check::Context& context, const whatif::Grid& grid,
                     const std::vector<model::SlotId>& outputs, std::string version) {
  SweepHead head{std::move(version), context.model->id, context.model->title, {}, {}};
  for (const whatif::Axis& axis : grid.axes)
    head.inputs.push_back(column_of(axis.name, axis.unit_text, axis.unit.factor));
  for (const model::SlotId id : outputs) {
    const model::Slot& slot = context.model->slot(id);
    head.outputs.push_back(column_of(slot.name, slot.unit_text, slot.unit.factor));
  }
  return head;
}

SweepTable::SweepTable(const SweepHead& head, Write write) : head_(head), write_(std::move(write)) {}

void SweepTable::row(const whatif::Row& row) {
  Line cells;
  for (std::size_t i = 0; i < head_.inputs.size(); ++i)
    cells.push_back(units::print_exact_if_short(number_of(head_.inputs[i], row.inputs[i])));
  for (std::size_t i = 0; i < head_.outputs.size(); ++i) {
    cells.push_back(row.outputs[i] ? units::print_exact_if_short(number_of(head_.outputs[i], *row.outputs[i]))
                                   : "-");
  }
  if (!row.problem.empty()) ++failed_;
  if (knows_widths_) {
    print(cells, row.problem);
    return;
  }
  waiting_.emplace_back(std::move(cells), row.problem);
  if (waiting_.size() == rows_before_widths) flush();
}

void SweepTable::flush() {
  Line names;
  Line units;
  for (const auto* columns : {&head_.inputs, &head_.outputs}) {
    for (const SweepColumn& column : *columns) {
      names.push_back(column.name);
      units.push_back(column.unit == "1" ? "" : column.unit);
    }
  }
  waiting_.insert(waiting_.begin(), {{names, ""}, {units, ""}});
  widths_.assign(names.size(), 0);
  for (const auto& [cells, remark] : waiting_) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      widths_[i] = std::max(widths_[i], base::display_width(cells[i]));
  }
  knows_widths_ = true;
  for (const auto& [cells, remark] : waiting_) print(cells, remark);
  waiting_ = {};
}

void SweepTable::print(const Line& cells, const std::string& remark) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += i == head_.inputs.size() ? " | " : "  ";
    line += aligned_right(cells[i], widths_[i]);
  }
  if (!remark.empty()) line += "  " + remark;
  line.erase(line.find_last_not_of(' ') + 1);
  write_(line + '\n');
}

void SweepTable::end(const whatif::Swept& swept) {
  if (!knows_widths_) flush();
  if (failed_ > 0) write_(fmt::format("\n{} of {} rows lack a value\n", failed_, swept.rows));
}

SweepCsv::SweepCsv(const SweepHead& head, Write write) : head_(head), write_(std::move(write)) {
  std::string line;
  for (const SweepColumn& column : head_.inputs) line += csv_field(headline(column)) + ',';
  for (const SweepColumn& column : head_.outputs) line += csv_field(headline(column)) + ',';
  write_(line + "problem\r\n");
}

void SweepCsv::row(const whatif::Row& row) {
  std::string line;
  for (std::size_t i = 0; i < head_.inputs.size(); ++i)
    line += units::print_number(number_of(head_.inputs[i], row.inputs[i])) + ',';
  for (std::size_t i = 0; i < head_.outputs.size(); ++i) {
    if (row.outputs[i]) line += units::print_number(number_of(head_.outputs[i], *row.outputs[i]));
    line += ',';
  }
  write_(line + csv_field(row.problem) + "\r\n");
}

// CSV has no place for a remark that is no row; the exit code and stderr say that a sweep was cut.
void SweepCsv::end(const whatif::Swept&) {}

SweepJson::SweepJson(const SweepHead& head, Write write) : head_(head), write_(std::move(write)) {
  write_(
      fmt::format("{{\n  \"reckon\": 1,\n  \"version\": {},\n  \"model\": {},\n  \"inputs\": {},\n"
                  "  \"outputs\": {},\n  \"rows\": [",
                  Json(head_.version).dump(), Json(head_.model).dump(), columns_json(head_.inputs).dump(),
                  columns_json(head_.outputs).dump()));
}

void SweepJson::row(const whatif::Row& row) {
  Json out;
  for (std::size_t i = 0; i < head_.inputs.size(); ++i)
    out[head_.inputs[i].name] = number_of(head_.inputs[i], row.inputs[i]);
  for (std::size_t i = 0; i < head_.outputs.size(); ++i) {
    out[head_.outputs[i].name] =
        row.outputs[i] ? Json(number_of(head_.outputs[i], *row.outputs[i])) : Json(nullptr);
  }
  if (!row.problem.empty()) out["problem"] = row.problem;
  write_((is_first_ ? "\n    " : ",\n    ") + base::escaped_json(out.dump()));
  is_first_ = false;
}

void SweepJson::end(const whatif::Swept& swept) {
  write_(fmt::format("\n  ],\n  \"complete\": {}\n}}\n", !swept.stopped));
}

}  // namespace reckon::report
