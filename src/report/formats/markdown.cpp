// SPDX-License-Identifier: MIT
// A page for a comment or a job's summary, worst first. The first line is for whoever looks for an older one
// to replace; platforms refuse what is too long.
#include "report/formats.hpp"
#include "report/formats/escape.hpp"
#include "report/formats/parts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reckon::report {
namespace {

/// A comment of GitHub takes 65,536 characters.
constexpr std::size_t most_bytes_of_rows = 60000;

std::string markdown_row(const Report& report, const FindingRow& row) {
  std::vector<std::string> cell{markdown_text(headline(row))};
  for (const std::string& line : remarks(row)) cell.push_back(markdown_text(line));
  for (const std::string& line : related_places(row)) cell.push_back(markdown_text(line));
  return fmt::format("| {} | {}:{} | {} | {} |\n", base::name(severity_of(row)),
                     markdown_text(project_path(report, row.at.path)), row.at.line, fmt::join(cell, "<br>"),
                     markdown_text(row.finding.diagnostic.code));
}

std::string markdown_fault(const Report& report, const RunRow& row) {
  return fmt::format("| {} | {} | {} | {} |\n", base::name(row.severity),
                     markdown_text(project_path(report, row.path)), markdown_text(row.message),
                     markdown_text(row.rule));
}

std::string verdict_line(const Report& report) {
  const check::Summary& sum = report.summary;
  return fmt::format("**{}** of {} recomputed: {}, {}, {}.\n",
                     sum.wrong == 0 ? std::string("No number is wrong") : counted(sum.wrong, "wrong number"),
                     sum.recomputed, counted(sum.errors, "error"), counted(sum.warnings, "warning"),
                     counted(sum.notes, "note"));
}

}  // namespace

void print_markdown(const Report& report, const base::Sources& /*sources*/, const Options& /*options*/,
                    const Write& write) {
  std::vector<std::string> rows;
  for (const RunRow* row : faults(report)) rows.push_back(markdown_fault(report, *row));
  for (const FindingRow* row : worst_first(told(report))) rows.push_back(markdown_row(report, *row));
  std::string out = "<!-- reckon:check -->\n### reckon\n\n" + verdict_line(report);
  if (!rows.empty()) out += "\n| level | place | finding | rule |\n|---|---|---|---|\n";
  std::size_t shown = 0;
  while (shown < rows.size() && out.size() + rows[shown].size() <= most_bytes_of_rows) out += rows[shown++];
  if (shown < rows.size()) out += fmt::format("\n{} more are left out here.\n", rows.size() - shown);
  const std::size_t waived = report.findings.size() - told(report).size();
  if (waived > 0) out += fmt::format("\n{} waived.\n", counted(waived, "finding"));
  write(out);
}

}  // namespace reckon::report
