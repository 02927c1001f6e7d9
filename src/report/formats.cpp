// SPDX-License-Identifier: MIT
#include "report/formats.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace reckon::report {
namespace {

constexpr std::array formats{
    Format{"text", "for people: every finding with its source lines", print_text},
    Format{"brief", "an overview: files and rules, worst first, and what to do next", print_brief},
    Format{"concise", "path:line:column: level: message [rule], as editors read it", print_concise},
    Format{"json", "report version 1, see `reckon schema report`", print_json, true},
    Format{"jsonl", "the rows of json, one to a line", print_jsonl, true},
    Format{"sarif", "SARIF 2.1.0, for code scanning", print_sarif},
    Format{"junit", "JUnit XML, a test for each number that was recomputed", print_junit, true},
    Format{"github", "annotations of GitHub Actions", print_github},
    Format{"gitlab", "code quality of GitLab", print_gitlab},
    Format{"tap", "TAP 13, a test for each number that was recomputed", print_tap, true},
    Format{"markdown", "a table for a comment or a summary", print_markdown},
    Format{"rdjson", "reviewdog's diagnostic format", print_rdjson},
};

}  // namespace

std::span<const Format> format_table() {
  return formats;
}

const Format* find_format(std::string_view name) {
  const auto at = std::find_if(formats.begin(), formats.end(),
                               [name](const Format& format) { return format.name == name; });
  return at == formats.end() ? nullptr : &*at;
}

std::size_t count_waived(const Report& report) {
  return static_cast<std::size_t>(std::count_if(report.findings.begin(), report.findings.end(),
                                                [](const FindingRow& row) { return row.waived; }));
}

std::string coverage(const Report& report) {
  const check::Summary& sum = report.summary;
  std::string gate;
  if (const std::size_t waived = count_waived(report); waived != 0)
    gate += fmt::format("; {} waived", waived);
  if (report.baseline)
    gate += fmt::format("; against baseline of {} entr{}, {} left out", report.baseline->entries,
                        report.baseline->entries == 1 ? "y" : "ies", report.baseline->hidden);
  return fmt::format(
      "reckon: {} claim{}: {} recomputed, {} consistent, {} wrong; {} open, {} unreadable{} -> exit {}\n",
      sum.claims, sum.claims == 1 ? "" : "s", sum.recomputed, sum.consistent, sum.wrong, sum.open,
      sum.unreadable, gate, report.exit);
}

}  // namespace reckon::report
