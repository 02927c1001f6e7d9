// SPDX-License-Identifier: MIT
#include "base/unicode.hpp"
#include "report/formats.hpp"
#include "report/formats/parts.hpp"

#include <fmt/format.h>

namespace reckon::report {

void print_concise(const Report& report, const base::Sources& /*sources*/, const Options& /*options*/,
                   const Write& write) {
  for (const RunRow* row : faults(report)) {
    const base::Place at = row->at.value_or(base::Place{});
    write(fmt::format("{}:{}:{}: {}: {} [{}]\n", shown_path(row->path), at.line, at.column,
                      base::name(row->severity), base::printable(row->message), row->rule));
  }
  for (const FindingRow* row : told(report)) {
    write(fmt::format("{}:{}:{}: {}: {} [{}]\n", shown_path(row->at.path), row->at.line, row->at.column,
                      base::name(severity_of(*row)), headline(*row), row->finding.diagnostic.code));
  }
  write(coverage(report));
}

}  // namespace reckon::report
