// SPDX-License-Identifier: MIT
// JUnit XML in the part that all of its dialects take: no attributes above, all of them below, and what a
// reader should see as text, since some show nothing else.
#include "report/formats.hpp"
#include "report/formats/cases.hpp"
#include "report/formats/escape.hpp"
#include "report/formats/parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reckon::report {
namespace {

/// Neither when nor where a report is made is told: equal input gives equal bytes.
constexpr std::string_view suite_constants =
    R"(time="0.000" timestamp="1970-01-01T00:00:00" hostname="localhost")";

std::string text_of(const FindingRow& row, std::string_view file) {
  std::string out = fmt::format("{}:{}:{}: {}: {} [{}]", file, row.at.line, row.at.column,
                                base::name(severity_of(row)), headline(row), row.finding.diagnostic.code);
  for (const std::string& line : remarks(row)) out += '\n' + line;
  for (const std::string& line : related_places(row)) out += '\n' + line;
  return out;
}

/// What stands inside of a test: nothing, or why it did not pass.
std::string outcome_of(const Case& test, std::string_view file) {
  switch (test.result) {
    case CaseResult::passed:
      return {};
    case CaseResult::failed:
      return fmt::format(R"(<failure type="{}" message="{}">{}</failure>)",
                         xml_text(test.finding->finding.diagnostic.code), xml_text(headline(*test.finding)),
                         xml_text(text_of(*test.finding, file)));
    case CaseResult::unreadable:
      return fmt::format(R"(<error type="{}" message="{}">{}</error>)", xml_text(test.fault->rule),
                         xml_text(test.fault->message), xml_text(test.fault->message));
    case CaseResult::waived:
      return fmt::format(R"(<skipped message="waived">{}</skipped>)", xml_text(text_of(*test.finding, file)));
  }
  return {};
}

std::string suite_of(const FileCases& file, std::size_t id, std::string_view version) {
  const auto count = [&](CaseResult result) {
    return std::count_if(file.cases.begin(), file.cases.end(),
                         [result](const Case& test) { return test.result == result; });
  };
  const std::string name = xml_text(file.file);
  std::string out = fmt::format(
      "  <testsuite name=\"{}\" package=\"reckon\" id=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" "
      "skipped=\"{}\" "
      "{}>\n    <properties>\n      <property name=\"reckon\" value=\"{}\"/>\n    </properties>\n",
      name, id, file.cases.size(), count(CaseResult::failed), count(CaseResult::unreadable),
      count(CaseResult::waived), suite_constants, version);
  for (const Case& test : file.cases) {
    const std::string outcome = outcome_of(test, file.file);
    out += fmt::format(R"(    <testcase classname="{}" name="{}" time="0.000")", name, xml_text(test.name));
    out += outcome.empty() ? "/>\n" : fmt::format(">{}</testcase>\n", outcome);
  }
  return out + "    <system-out></system-out>\n    <system-err></system-err>\n  </testsuite>\n";
}

}  // namespace

void print_junit(const Report& report, const base::Sources& /*sources*/, const Options& /*options*/,
                 const Write& write) {
  write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
  std::size_t id = 0;
  for (const FileCases& file : cases_by_file(report)) write(suite_of(file, id++, report.version));
  write("</testsuites>\n");
}

}  // namespace reckon::report
