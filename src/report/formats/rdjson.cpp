// SPDX-License-Identifier: MIT
// reviewdog's diagnostic format. Its columns count bytes.
#include "base/unicode.hpp"
#include "report/formats.hpp"
#include "report/formats/json_rows.hpp"
#include "report/formats/parts.hpp"

#include <fmt/format.h>

#include <array>

namespace reckon::report {
namespace {

std::string_view rdjson_severity(base::Severity severity) {
  constexpr std::array<std::string_view, 3> names{"INFO", "WARNING", "ERROR"};
  return names.at(static_cast<std::size_t>(severity));
}

Json byte_place(const base::Sources& sources, base::SourceId source, std::size_t offset) {
  const std::size_t line = sources.place(source, offset).line;
  return {{"line", line}, {"column", offset - sources.line_start(source, line) + 1}};
}

Json rdjson_place(const Report& report, const base::Sources& sources, const base::Span& span) {
  return {{"path", path_in(report.project, sources.name(span.source))},
          {"range",
           {{"start", byte_place(sources, span.source, span.begin)},
            {"end", byte_place(sources, span.source, span.end)}}}};
}

std::string rdjson_message(const FindingRow& row) {
  std::string out = headline(row);
  for (const std::string& line : remarks(row)) out += '\n' + line;
  return out;
}

Json rdjson_finding(const Report& report, const base::Sources& sources, const FindingRow& row) {
  const base::Diagnostic& diagnostic = row.finding.diagnostic;
  Json out{{"message", rdjson_message(row)},
           {"location", rdjson_place(report, sources, diagnostic.primary.span)},
           {"severity", rdjson_severity(diagnostic.severity)},
           {"code", {{"value", diagnostic.code}}}};
  if (!row.related.empty()) out["related_locations"] = Json::array();
  for (std::size_t i = 0; i < row.related.size(); ++i) {
    out["related_locations"].push_back(
        {{"message", row.related[i].second},
         {"location", rdjson_place(report, sources, diagnostic.secondary[i].span)}});
  }
  return out;
}

Json rdjson_fault(const Report& report, const RunRow& row) {
  return {{"message", base::printable(row.message)},
          {"location", {{"path", path_in(report.project, row.path)}}},
          {"severity", rdjson_severity(row.severity)},
          {"code", {{"value", row.rule}}}};
}

}  // namespace

void print_rdjson(const Report& report, const base::Sources& sources, const Options& /*options*/,
                  const Write& write) {
  Json list = Json::array();
  for (const RunRow* row : faults(report)) list.push_back(rdjson_fault(report, *row));
  for (const FindingRow* row : told(report)) list.push_back(rdjson_finding(report, sources, *row));
  write(json_text({{"source", {{"name", "reckon"}}}, {"diagnostics", std::move(list)}}, 2) + '\n');
}

}  // namespace reckon::report
