// SPDX-License-Identifier: MIT
#include "base/unicode.hpp"
#include "report/formats.hpp"
#include "units/print.hpp"

#include <fmt/format.h>

namespace reckon::report {
namespace {

/// With -v: every claim that was recomputed and holds, and every input in force.
std::string details(const Report& report) {
  std::string out = "inputs in force:\n";
  for (const InputRow& input : report.inputs) {
    out += fmt::format("  {} = {}  ({}{})\n", input.name, input.text, base::printable(input.from),
                       input.unverified ? ", unverified" : "");
  }
  out += "\nclaims that hold:\n";
  for (const ClaimRow& claim : report.claims) {
    if (claim.verdict != "consistent" && claim.verdict != "rounded" && claim.verdict != "plausible") continue;
    out += fmt::format("  {}:{}:{}  {}", shown_path(claim.at.path), claim.at.line, claim.at.column,
                       base::shortened(base::printable(claim.text)));
    if (!claim.name.empty()) out += fmt::format("  {}", claim.name);
    out += fmt::format("  {}", claim.verdict);
    if (!claim.calculation.empty()) out += fmt::format("  {}", claim.calculation);
    if (!claim.convention.empty()) out += fmt::format("  ({})", claim.convention);
    out += '\n';
  }
  return out + '\n';
}

/// From so many findings on one would rather see the worst of them first.
constexpr std::size_t many_findings = 12;

/// What somebody answers for is told, but not at length.
std::string waived_line(const FindingRow& row) {
  const base::Diagnostic& diagnostic = row.finding.diagnostic;
  return fmt::format("waived[{}]: {}:{}:{}: {}\n  = {}\n\n", diagnostic.code, shown_path(row.at.path),
                     row.at.line, row.at.column, base::printable(diagnostic.message),
                     base::printable(row.waiver));
}

}  // namespace

void print_text(const Report& report, const base::Sources& sources, const Options& options,
                const Write& write) {
  std::string out;
  for (const FindingRow& row : report.findings) {
    if (row.waived) {
      out += waived_line(row);
      continue;
    }
    out += base::render(row.finding.diagnostic, sources, options.colour, row.finding.pointer);
    out += '\n';
  }
  if (options.verbose) out += details(report);
  if (report.findings.size() >= many_findings)
    out += "--format brief is an overview, worst first; `reckon claims FILE` tells what was not recomputed\n";
  write(base::printable_lines(out + coverage(report), base::control_sequences(options.colour)));
}

}  // namespace reckon::report
