// SPDX-License-Identifier: MIT
#include "corpus/verdict_lines.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reckon::corpus {
namespace {

std::string in_one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
  return text;
}

std::string line_of(const std::string& document, const report::ClaimRow& claim) {
  const std::string recomputed =
      claim.recomputed ? fmt::format("{:.5g} {}", claim.recomputed->value, claim.unit) : "";
  return fmt::format("{}:{}\t{}\t{}\t{}", document, claim.at.line, in_one_line(claim.text), claim.verdict,
                     in_one_line(recomputed));
}

std::string line_of(const std::string& document, const report::FindingRow& row) {
  const check::Finding& finding = row.finding;
  return fmt::format("{}:{}\t{}\t{}\t{}\t{}", document, row.at.line, in_one_line(finding.stated),
                     base::name(finding.diagnostic.severity), in_one_line(finding.recomputed),
                     finding.diagnostic.code);
}

}  // namespace

void add_verdicts(const std::string& document, const report::Report& report, std::vector<std::string>& out) {
  std::vector<std::pair<std::size_t, std::string>> lines;
  for (const report::ClaimRow& claim : report.claims) {
    if (claim.recomputed) lines.emplace_back(claim.at.line, line_of(document, claim));
  }
  for (const report::FindingRow& finding : report.findings)
    lines.emplace_back(finding.at.line, line_of(document, finding));
  std::stable_sort(lines.begin(), lines.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [place, line] : lines) out.push_back(std::move(line));
}

}  // namespace reckon::corpus
