// SPDX-License-Identifier: MIT
#include "report/formats.hpp"
#include "report/formats/json_rows.hpp"

#include <string_view>

namespace reckon::report {
namespace {

/// The row behind what kind of row it is.
void write_row(const Write& write, std::string_view type, const Json& row) {
  Json line{{"type", type}};
  line.update(row);
  write(json_text(line) + '\n');
}

template <class Rows, class ToJson>
void write_rows(const Write& write, std::string_view type, const Rows& rows, ToJson to_json) {
  for (const auto& row : rows) write_row(write, type, to_json(row));
}

}  // namespace

void print_jsonl(const Report& report, const base::Sources& /*sources*/, const Options& /*options*/,
                 const Write& write) {
  write_row(write, "report", {{"reckon", 1}, {"version", report.version}});
  write_rows(write, "diagnostic", report.diagnostics, run_json);
  write_rows(write, "document", report.documents, document_json);
  write_rows(write, "input", report.inputs, input_json);
  write_rows(write, "claim", report.claims, claim_json);
  write_rows(write, "finding", report.findings, finding_json);
  write_row(write, "summary", summary_json(report));
}

}  // namespace reckon::report
