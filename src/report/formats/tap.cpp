// SPDX-License-Identifier: MIT
#include "report/formats.hpp"
#include "report/formats/cases.hpp"
#include "report/formats/escape.hpp"
#include "report/formats/json_rows.hpp"
#include "report/formats/parts.hpp"

#include <fmt/format.h>

namespace reckon::report {
namespace {

/// A value of YAML as JSON writes it, which YAML takes.
std::string yaml_line(std::string_view key, const Json& value) {
  return fmt::format("  {}: {}\n", key, json_text(value));
}

/// Lines as they are, which the readers of TAP take better than lists.
std::string yaml_block(std::string_view key, const std::vector<std::string>& lines) {
  if (lines.empty()) return {};
  std::string out = fmt::format("  {}: |\n", key);
  for (const std::string& line : lines) out += fmt::format("    {}\n", line);
  return out;
}

std::string explained(const FindingRow& row, std::string_view file) {
  std::string out = "  ---\n";
  out += yaml_line("message", headline(row));
  out += yaml_line("severity", base::name(severity_of(row)));
  out += yaml_line("file", file);
  out += yaml_line("line", row.at.line);
  out += yaml_line("column", row.at.column);
  out += yaml_block("because", remarks(row));
  out += yaml_block("related", related_places(row));
  return out + "  ...\n";
}

std::string test_line(const Case& test, const std::string& file, std::size_t number) {
  const bool is_ok = test.result == CaseResult::passed || test.result == CaseResult::waived;
  std::string out = fmt::format("{} {} - {}", is_ok ? "ok" : "not ok", number,
                                tap_text(fmt::format("{}: {}", file, test.name)));
  out += test.result == CaseResult::waived ? " # SKIP waived\n" : "\n";
  if (test.fault != nullptr) out += "  ---\n" + yaml_line("message", test.fault->message) + "  ...\n";
  if (test.finding != nullptr) out += explained(*test.finding, file);
  return out;
}

}  // namespace

void print_tap(const Report& report, const base::Sources& /*sources*/, const Options& /*options*/,
               const Write& write) {
  const std::vector<FileCases> files = cases_by_file(report);
  std::size_t count = 0;
  for (const FileCases& file : files) count += file.cases.size();
  write(fmt::format("TAP version 13\n1..{}{}\n", count, count == 0 ? " # SKIP nothing was read" : ""));
  std::size_t number = 0;
  for (const FileCases& file : files) {
    for (const Case& test : file.cases) write(test_line(test, file.file, ++number));
  }
}

}  // namespace reckon::report
