// SPDX-License-Identifier: MIT
#include "report/formats/parts.hpp"

#include "base/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace reckon::report {
namespace {

constexpr std::size_t longest_line = 600;

std::string in_one_line(std::string_view text) {
  return base::shortened(base::printable(text), longest_line);
}

/// How far a number is off, whichever way.
double distance(const FindingRow& finding) {
  const double ratio = finding.finding.ratio.value_or(1.0);
  return ratio > 0.0 ? std::abs(std::log(ratio)) : 0.0;
}

}  // namespace

std::vector<const FindingRow*> told(const Report& report) {
  std::vector<const FindingRow*> out;
  for (const FindingRow& row : report.findings) {
    if (!row.waived) out.push_back(&row);
  }
  return out;
}

std::vector<const FindingRow*> worst_first(std::vector<const FindingRow*> findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const FindingRow* a, const FindingRow* b) {
    const auto left = severity_of(*a);
    const auto right = severity_of(*b);
    return left != right ? left > right : distance(*a) > distance(*b);
  });
  return findings;
}

std::vector<const RunRow*> faults(const Report& report) {
  std::vector<const RunRow*> out;
  for (const RunRow& row : report.diagnostics) {
    if (row.severity != base::Severity::note) out.push_back(&row);
  }
  return out;
}

base::Severity severity_of(const FindingRow& finding) {
  return finding.finding.diagnostic.severity;
}

std::string headline(const FindingRow& finding) {
  return in_one_line(finding.finding.diagnostic.message);
}

std::vector<std::string> remarks(const FindingRow& finding) {
  std::vector<std::string> out;
  for (const base::Remark& remark : finding.finding.diagnostic.remarks) {
    std::string text = remark.text;
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at)) {
      text.replace(at, 1, "; ");
    }
    out.push_back(in_one_line(fmt::format("{}: {}", remark.title, text)));
  }
  return out;
}

std::vector<std::string> related_places(const FindingRow& finding) {
  std::vector<std::string> out;
  for (const auto& [at, text] : finding.related) {
    const bool is_here = at.path == finding.at.path;
    out.push_back(in_one_line(is_here ? fmt::format("line {}: {}", at.line, text)
                                      : fmt::format("{}:{}: {}", at.path, at.line, text)));
  }
  return out;
}

std::string project_path(const Report& report, std::string_view path) {
  return base::printable(path_in(report.project, path));
}

std::string counted(std::size_t count, std::string_view word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

}  // namespace reckon::report
