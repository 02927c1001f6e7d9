// SPDX-License-Identifier: MIT
// The first screen: files and rules, worst first, and what to do next.
#include "report/formats.hpp"
#include "report/formats/parts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>

namespace reckon::report {
namespace {

constexpr std::size_t most_files = 8;
constexpr std::size_t most_of_a_file = 4;
constexpr std::size_t most_rules = 8;

/// How many of each severity, the least first.
using Counts = std::array<std::size_t, 3>;

struct Group {
  std::string name;
  Counts counts{};
  std::vector<const FindingRow*> worst;  ///< first
};

/// Findings by what `name_of` says, the group with the worst first.
template <class NameOf>
std::vector<Group> grouped(const std::vector<const FindingRow*>& findings, NameOf name_of) {
  std::vector<Group> out;
  std::map<std::string, std::size_t> index;
  for (const FindingRow* row : findings) {
    const auto [at, is_new] = index.emplace(name_of(*row), out.size());
    if (is_new) out.push_back({at->first, {}, {}});
    Group& group = out[at->second];
    ++group.counts.at(static_cast<std::size_t>(severity_of(*row)));
    group.worst.push_back(row);
  }
  std::stable_sort(out.begin(), out.end(), [](const Group& a, const Group& b) {
    return std::lexicographical_compare(b.counts.rbegin(), b.counts.rend(), a.counts.rbegin(),
                                        a.counts.rend());
  });
  return out;
}

/// "2 errors, 1 note"
std::string told_counts(const Counts& counts) {
  std::vector<std::string> parts;
  for (std::size_t i = counts.size(); i-- > 0;) {
    if (counts[i] > 0) parts.push_back(counted(counts[i], base::name(static_cast<base::Severity>(i))));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string left_out(std::size_t all, std::size_t most, std::string_view word) {
  return all > most ? fmt::format("  ... and {} more\n", counted(all - most, word)) : std::string{};
}

std::string files_part(const std::vector<const FindingRow*>& findings) {
  const auto files = grouped(findings, [](const FindingRow& row) { return shown_path(row.at.path); });
  std::string out;
  for (std::size_t i = 0; i < std::min(files.size(), most_files); ++i) {
    const Group& file = files[i];
    out += fmt::format("{}: {}\n", file.name, told_counts(file.counts));
    for (std::size_t k = 0; k < std::min(file.worst.size(), most_of_a_file); ++k) {
      const FindingRow& row = *file.worst[k];
      out += fmt::format("  {:<7}  line {}: {}\n", base::name(severity_of(row)), row.at.line, headline(row));
    }
    out += left_out(file.worst.size(), most_of_a_file, "finding");
  }
  return out + left_out(files.size(), most_files, "file");
}

std::string rules_part(const std::vector<const FindingRow*>& findings) {
  const auto rules = grouped(findings, [](const FindingRow& row) {
    const auto& slip = row.finding.slip;
    return slip ? fmt::format("{}, {}", row.finding.diagnostic.code, slip->id) : row.finding.diagnostic.code;
  });
  std::string out = "\nby rule and slip:\n";
  for (std::size_t i = 0; i < std::min(rules.size(), most_rules); ++i)
    out += fmt::format("  {}: {}\n", rules[i].name, told_counts(rules[i].counts));
  return out + left_out(rules.size(), most_rules, "rule");
}

/// A path as a word of the shell.
std::string shell_word(const std::string& path) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./";
  if (path.find_first_not_of(plain) == std::string::npos && !path.starts_with('-')) return path;
  std::string out = "'";
  for (const char c : path) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string next_part(const FindingRow& worst) {
  const std::string file = shell_word(shown_path(worst.at.path));
  return fmt::format(
      "\nnext:\n  reckon check {}   each finding with its lines, and what would have to be true\n"
      "  reckon claims {}  what every number follows from\n",
      file, file);
}

}  // namespace

void print_brief(const Report& report, const base::Sources& /*sources*/, const Options& /*options*/,
                 const Write& write) {
  std::string out;
  const std::vector<const FindingRow*> findings = worst_first(told(report));
  if (!findings.empty())
    out += files_part(findings) + rules_part(findings) + next_part(*findings.front()) + '\n';
  write(out + coverage(report));
}

}  // namespace reckon::report
