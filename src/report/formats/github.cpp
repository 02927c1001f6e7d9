// SPDX-License-Identifier: MIT
// Annotations of GitHub Actions. Of each level a step shows ten and drops the others without a word, so the
// worst come first and the tenth tells how many there are.
#include "base/unicode.hpp"
#include "report/formats.hpp"
#include "report/formats/escape.hpp"
#include "report/formats/parts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

namespace reckon::report {
namespace {

constexpr std::size_t most_of_a_level = 10;

std::string_view command_of(base::Severity severity) {
  constexpr std::array<std::string_view, 3> commands{"notice", "warning", "error"};
  return commands.at(static_cast<std::size_t>(severity));
}

/// In the order and with the omissions of @actions/core. Columns are told only inside of one line.
std::string command_line(std::string_view command, std::string_view title, std::string_view file,
                         const Location* at, std::string_view message) {
  std::string out = fmt::format("::{} title={}", command, github_property(title));
  if (!file.empty()) out += fmt::format(",file={}", github_property(file));
  if (at != nullptr) {
    out += fmt::format(",line={},endLine={}", at->line, at->end_line);
    if (at->line == at->end_line) out += fmt::format(",col={},endColumn={}", at->column, at->end_column);
  }
  return out + fmt::format("::{}\n", github_message(message));
}

/// Lines of one level, worst first.
class Annotations {
 public:
  void add(base::Severity severity, std::string line) {
    lines_.at(static_cast<std::size_t>(severity)).push_back(std::move(line));
  }

  void write_to(const Write& write) const {
    for (const base::Severity severity :
         {base::Severity::error, base::Severity::warning, base::Severity::note}) {
      const auto& lines = lines_.at(static_cast<std::size_t>(severity));
      const std::size_t shown = lines.size() <= most_of_a_level ? lines.size() : most_of_a_level - 1;
      for (std::size_t i = 0; i < shown; ++i) write(lines[i]);
      if (shown == lines.size()) continue;
      write(fmt::format("::{} title=reckon::{} more of this level are not annotated, see the whole report\n",
                        command_of(severity), lines.size() - shown));
    }
  }

 private:
  std::array<std::vector<std::string>, 3> lines_;
};

std::string message_of(const FindingRow& row) {
  std::vector<std::string> lines{headline(row)};
  for (std::string& line : remarks(row)) lines.push_back(std::move(line));
  for (std::string& line : related_places(row)) lines.push_back(std::move(line));
  return fmt::format("{}", fmt::join(lines, "\n"));
}

}  // namespace

void print_github(const Report& report, const base::Sources& /*sources*/, const Options& /*options*/,
                  const Write& write) {
  Annotations annotations;
  for (const RunRow* row : faults(report)) {
    const base::Place place = row->at.value_or(base::Place{});
    const Location at{row->path, place.line, place.column, place.line, place.column};
    annotations.add(row->severity,
                    command_line(command_of(row->severity), row->rule,
                                 row->path.empty() ? std::string{} : project_path(report, row->path),
                                 row->at ? &at : nullptr, base::printable(row->message)));
  }
  for (const FindingRow* row : worst_first(told(report))) {
    annotations.add(severity_of(*row),
                    command_line(command_of(severity_of(*row)), row->finding.diagnostic.code,
                                 project_path(report, row->at.path), &row->at, message_of(*row)));
  }
  annotations.write_to(write);
  write(coverage(report));
}

}  // namespace reckon::report
