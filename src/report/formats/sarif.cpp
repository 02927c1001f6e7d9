// SPDX-License-Identifier: MIT
// SARIF 2.1.0 as code scanning wants it: every region has all four numbers, paths count from the root of the
// repository, and waived findings are left out, since a platform would open them again.
#include "base/unicode.hpp"
#include "check/rules.hpp"
#include "report/formats.hpp"
#include "report/formats/escape.hpp"
#include "report/formats/json_rows.hpp"
#include "report/formats/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace reckon::report {
namespace {

/// GitHub takes no more results.
constexpr std::size_t most_results = 25000;
/// Bytes of a line that are handed on with a place.
constexpr std::size_t longest_snippet = 1000;

std::string_view sarif_level(base::Severity severity) {
  constexpr std::array<std::string_view, 3> levels{"note", "warning", "error"};
  return levels.at(static_cast<std::size_t>(severity));
}

/// "equation.too-large" as "EquationTooLarge", as rules are called there.
std::string pascal_case(std::string_view rule) {
  std::string out;
  bool starts = true;
  for (const char c : rule) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_letter) out += starts && c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
    starts = !is_letter;
  }
  return out;
}

/// "One quantity is stated with two values."
std::string sentence(std::string_view title) {
  std::string out(title);
  if (out.front() >= 'a' && out.front() <= 'z') out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out + '.';
}

/// The rules that are spoken of, in the order in which they come up.
class RuleIndex {
 public:
  std::size_t of(const std::string& rule) {
    const auto [at, is_new] = index_.emplace(rule, rules_.size());
    if (is_new) rules_.push_back(described(rule));
    return at->second;
  }
  Json take() { return std::move(rules_); }

 private:
  static Json described(const std::string& rule) {
    const check::RuleRow* const known = check::find_rule(rule);
    const std::string title = known != nullptr
                                  ? sentence(known->title)
                                  : "A check of the model or a rule of the prompt does not hold.";
    const std::string about = known != nullptr ? std::string(known->about) : title;
    return {
        {"id", rule},
        {"name", pascal_case(rule)},
        {"shortDescription", {{"text", title}}},
        {"fullDescription", {{"text", about}}},
        {"help",
         {{"text", fmt::format("{} `reckon check FILE` shows the calculation, and `reckon claims FILE` what "
                               "every number follows from.",
                               about)}}},
        {"properties", {{"precision", "high"}, {"tags", {"arithmetic", "design"}}}}};
  }

  std::map<std::string, std::size_t> index_;
  Json rules_ = Json::array();
};

Json artifact_at(const Report& report, std::string_view path) {
  const std::string name = path_in(report.project, path);
  if (name.starts_with('/')) return {{"uri", "file://" + uri_path(name)}};
  return {{"uri", uri_path(name)}, {"uriBaseId", "%SRCROOT%"}};
}

void add_snippet(Json& region, std::string_view text) {
  if (!text.empty() && text.size() <= longest_snippet) region["snippet"] = {{"text", text}};
}

Json physical_location(const Report& report, const base::Sources& sources, const base::Span& span) {
  const Location at = locate(sources, span);
  Json region{{"startLine", at.line},
              {"startColumn", at.column},
              {"endLine", at.end_line},
              {"endColumn", at.end_column}};
  add_snippet(region, sources.text(span));
  Json out{{"artifactLocation", artifact_at(report, at.path)}, {"region", std::move(region)}};
  const std::string_view line = sources.line(span.source, at.line);
  if (at.line == at.end_line && line.size() <= longest_snippet) {
    Json context{{"startLine", at.line}, {"endLine", at.line}};
    add_snippet(context, line);
    out["contextRegion"] = std::move(context);
  }
  return out;
}

/// The message, and behind it a link to each related place, by its number.
std::string linked_message(const FindingRow& row) {
  std::string out = sarif_text(headline(row));
  for (const std::string& line : remarks(row)) out += '\n' + sarif_text(line);
  for (std::size_t i = 0; i < row.related.size(); ++i) {
    out += i == 0 ? "\nSee " : ", ";
    out += fmt::format("[line {}]({})", row.related[i].first.line, i + 1);
  }
  return row.related.empty() ? out : out + '.';
}

Json finding_properties(const FindingRow& row) {
  const check::Finding& finding = row.finding;
  Json out = Json::object();
  if (!finding.stated.empty()) out["stated"] = finding.stated;
  if (!finding.recomputed.empty()) out["recomputed"] = finding.recomputed;
  if (finding.ratio) out["ratio"] = *finding.ratio;
  if (finding.slip) out["slip"] = finding.slip->id;
  out["probability"] = to_places(finding.probability, 3);
  return out;
}

Json sarif_result(const Report& report, const base::Sources& sources, const FindingRow& row,
                  RuleIndex& rules) {
  const base::Diagnostic& diagnostic = row.finding.diagnostic;
  Json location{{"physicalLocation", physical_location(report, sources, diagnostic.primary.span)}};
  if (!row.place.empty()) location["logicalLocations"] = {{{"fullyQualifiedName", row.place}}};
  Json out{{"ruleId", diagnostic.code},
           {"ruleIndex", rules.of(diagnostic.code)},
           {"level", sarif_level(diagnostic.severity)},
           {"message", {{"text", linked_message(row)}}},
           {"locations", Json::array({std::move(location)})},
           {"partialFingerprints", {{"reckonFinding/v1", row.fingerprint}}},
           {"properties", finding_properties(row)}};
  if (!row.related.empty()) out["relatedLocations"] = Json::array();
  for (std::size_t i = 0; i < row.related.size(); ++i) {
    out["relatedLocations"].push_back(
        {{"id", i + 1},
         {"message", {{"text", sarif_text(row.related[i].second)}}},
         {"physicalLocation", physical_location(report, sources, diagnostic.secondary[i].span)}});
  }
  return out;
}

/// What is about the run and not about a number.
Json notification(const Report& report, const RunRow& row) {
  Json out{{"level", sarif_level(row.severity)},
           {"message", {{"text", sarif_text(base::printable(row.message))}}},
           {"descriptor", {{"id", row.rule}}}};
  if (row.path.empty()) return out;
  const Json physical{{"artifactLocation", artifact_at(report, row.path)}};
  out["locations"] = Json::array({Json{{"physicalLocation", physical}}});
  return out;
}

Json invocation(const Report& report) {
  const std::vector<const RunRow*> rows = faults(report);
  const bool is_whole = std::none_of(
      rows.begin(), rows.end(), [](const RunRow* row) { return row->severity == base::Severity::error; });
  Json out{{"executionSuccessful", is_whole}, {"exitCode", report.exit}};
  if (!rows.empty()) out["toolExecutionNotifications"] = Json::array();
  for (const RunRow* row : rows) out["toolExecutionNotifications"].push_back(notification(report, *row));
  return out;
}

}  // namespace

void print_sarif(const Report& report, const base::Sources& sources, const Options& /*options*/,
                 const Write& write) {
  RuleIndex rules;
  Json results = Json::array();
  for (const FindingRow* row : told(report)) {
    if (results.size() < most_results) results.push_back(sarif_result(report, sources, *row, rules));
  }
  const Json driver{{"name", "reckon"}, {"semanticVersion", report.version}, {"rules", rules.take()}};
  const Json root{{"description", {{"text", "The root of the repository."}}}};
  const Json run{{"tool", {{"driver", driver}}},
                 {"automationDetails", {{"id", "reckon/"}}},
                 {"columnKind", "unicodeCodePoints"},
                 {"originalUriBaseIds", {{"%SRCROOT%", root}}},
                 {"invocations", Json::array({invocation(report)})},
                 {"results", std::move(results)}};
  write(json_text({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                   {"version", "2.1.0"},
                   {"runs", Json::array({run})}},
                  2) +
        '\n');
}

}  // namespace reckon::report
