// SPDX-License-Identifier: MIT
// Code quality of GitLab: a list, also where there is nothing to tell, since another branch is compared with
// it.
#include "base/unicode.hpp"
#include "report/fingerprint.hpp"
#include "report/formats.hpp"
#include "report/formats/json_rows.hpp"
#include "report/formats/parts.hpp"

#include <fmt/format.h>

#include <array>

namespace reckon::report {
namespace {

std::string_view gitlab_severity(base::Severity severity) {
  constexpr std::array<std::string_view, 3> names{"info", "minor", "major"};
  return names.at(static_cast<std::size_t>(severity));
}

Json gitlab_place(const Report& report, std::string_view path, std::size_t line) {
  return {{"path", path_in(report.project, path)}, {"lines", {{"begin", line}}}};
}

/// What cannot be read has no values: its rule and file are all that it is told by.
Json gitlab_fault(const Report& report, const RunRow& row, Fingerprints& fingerprints) {
  check::Finding finding;
  finding.diagnostic.code = row.rule;
  return {{"description", fmt::format("{}: {}", row.rule, base::printable(row.message))},
          {"check_name", row.rule},
          {"fingerprint", fingerprints.of(finding, path_in(report.project, row.path), {})},
          {"severity", gitlab_severity(row.severity)},
          {"location", gitlab_place(report, row.path, row.at ? row.at->line : 1)}};
}

Json gitlab_finding(const Report& report, const FindingRow& row) {
  const std::string& rule = row.finding.diagnostic.code;
  Json out{{"description", fmt::format("{}: {}", rule, headline(row))},
           {"check_name", rule},
           {"fingerprint", row.fingerprint},
           {"severity", gitlab_severity(severity_of(row))},
           {"location", gitlab_place(report, row.at.path, row.at.line)}};
  if (!row.related.empty()) out["other_locations"] = Json::array();
  for (const auto& [at, text] : row.related)
    out["other_locations"].push_back(gitlab_place(report, at.path, at.line));
  return out;
}

}  // namespace

void print_gitlab(const Report& report, const base::Sources& /*sources*/, const Options& /*options*/,
                  const Write& write) {
  Json list = Json::array();
  Fingerprints fingerprints;
  for (const RunRow* row : faults(report)) list.push_back(gitlab_fault(report, *row, fingerprints));
  for (const FindingRow* row : told(report)) list.push_back(gitlab_finding(report, *row));
  write(json_text(list, 2) + '\n');
}

}  // namespace reckon::report
