// SPDX-License-Identifier: MIT
// Every format for no finding, for one and for many, with all that a format could stumble over in names and
// texts; RECKON_UPDATE=1 rewrites the files of golden/formats. What others' programs say of these files is
// asked by tests/validators.
#include "base/unicode.hpp"
#include "sample.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>

namespace reckon::report {
namespace {

using test::lines_of;
using test::Printed;
using Json = nlohmann::json;

/// A blank, a sign of percent, a colon, a comma, the end of a CDATA section, a quote, a bell and another
/// script.
const std::string odd_name = "plans/a b/100%, ü:x]]>\"'&<\x07.md";

const std::string odd_text =
    "# Größe: 100 %, ]]> & <b> | \"x\" #1 @team [a](b) {c} \x1b[31m\n\n"
    "| Tier ]]> | Shards, each | Size % | Together: |\n|---|---|---|---|\n"
    "| Ünder 50 %, ]]> `hot` | 8 | 3 GB | 24 GB |\n| Warm | 12 | 4 GB | 48 GB |\n| Cold | 7 | 9 GB | 63 GB "
    "|\n"
    "| Deep: <a>, \x07 100 % ]]>]]> | 6 | 5 GB | 300 GB |\n| Old | 9 | 2 GB | 18 GB |\n\n"
    "𝔘nicode µ: 100,000 TPS × 50 µs = 2000 cores ]]>\n";

/// One wrong number, and behind it one that is further off, told so often.
Printed repeated(std::size_t count) {
  Printed out("shop", {{"plan.md", "- 8 shards × 3 GB = 42 GB\n\n- 7 shards × 3 GB = 21 TB\n"}});
  REQUIRE(out.report.findings.size() == 2);
  out.report.findings.insert(out.report.findings.begin(), count, out.report.findings.front());
  return out;
}

Printed sample(std::string_view name) {
  if (name == "zero") return Printed("shop", {{"plan.md", "- Hot set: 8 shards × 3 GB = 24 GB\n"}});
  if (name == "one")
    return Printed("shop", {{"./plan.md", "# Plan\n\n- Hot set: 8 shards × 3 GB = 42 GB\n"}});
  Printed many("shop", {{odd_name, odd_text}, {"answer.md", test::golden_file("answer.md")}});
  many.report.diagnostics.push_back({base::Severity::error,
                                     "input.not-text",
                                     "scan: 1,\n50%.pdf",
                                     {},
                                     "is a PDF document, and only text is read ]]>",
                                     "convert it"});
  many.report.diagnostics.push_back(
      {base::Severity::error, "input.coverage", "", {}, "3 of 9 numbers are explained, wanted are 50 %", ""});
  many.report.findings.back().waived = true;
  return many;
}

}  // namespace

TEST_CASE("every format for no finding, for one and for many") {
  for (const char* name : {"zero", "one", "many"}) {
    const Printed printed = sample(name);
    for (const Format& format : format_table()) {
      const std::string file = "formats/" + std::string(name) + '.' + std::string(format.name);
      INFO(file);
      const std::string actual = printed.printed(format.name);
      if (std::getenv("RECKON_UPDATE") != nullptr)
        std::ofstream(RECKON_ROOT "/tests/report/golden/" + file, std::ios::binary) << actual;
      CHECK(actual == test::golden_file(file));
    }
  }
}

TEST_CASE("what comes out is printable and ends in a line") {
  for (const Format& format : format_table()) {
    INFO(format.name);
    const std::string text = sample("many").printed(format.name);
    CHECK(base::is_valid_utf8(text));
    CHECK(base::printable_lines(text) == text);
    CHECK(text.ends_with('\n'));
  }
}

TEST_CASE("columns are code points in SARIF and bytes for reviewdog") {
  const Printed printed("shop", {{"a.md", "𝔘 µ: 8 shards × 3 GB = 42 GB\n"}});
  const Json sarif = Json::parse(printed.printed("sarif"));
  const Json& region = sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
  CHECK(sarif["runs"][0]["columnKind"] == "unicodeCodePoints");
  CHECK(region["startColumn"] == 24);
  CHECK(region["endColumn"] == 29);
  CHECK(region["snippet"]["text"] == "42 GB");
  const Json rdjson = Json::parse(printed.printed("rdjson"));
  const Json& range = rdjson["diagnostics"][0]["location"]["range"];
  CHECK(range["start"]["column"] == 29);
  CHECK(range["end"]["column"] == 34);
}

TEST_CASE("related places travel in every format that can hold them") {
  const Printed printed = test::printed_shop();
  for (const Format& format : format_table()) {
    const bool has_no_room = format.name == "concise" || format.name == "brief";
    if (has_no_room) continue;
    INFO(format.name);
    const std::string text = printed.printed(format.name);
    const bool is_by_number = format.name == "gitlab";
    CHECK(text.find(is_by_number ? "\"begin\": 8" : "50 MB/s here") != std::string::npos);
  }
}

TEST_CASE("platforms get paths from the root of the repository") {
  Printed printed("shop", {{"../docs/plan.md", "- Hot set: 8 shards × 3 GB = 42 GB\n"}});
  printed.report.project = {"/repo/src", "/repo"};
  for (const char* format : {"sarif", "github", "gitlab", "junit", "rdjson", "tap", "markdown"}) {
    INFO(format);
    const std::string text = printed.printed(format);
    CHECK(text.find("docs/plan.md") != std::string::npos);
    CHECK(text.find("../docs") == std::string::npos);
  }
  for (const char* format : {"concise", "brief", "text"})
    CHECK(printed.printed(format).find("../docs/plan.md") != std::string::npos);
}

TEST_CASE("a waived finding fails nothing and is not sent where it would come back") {
  Printed printed("shop", {{"plan.md", "- Hot set: 8 shards × 3 GB = 42 GB\n"}});
  REQUIRE(printed.report.findings.size() == 1);
  printed.report.findings.front().waived = true;
  for (const char* format : {"sarif", "github", "gitlab", "rdjson", "concise"}) {
    INFO(format);
    CHECK(printed.printed(format).find("equation.contradicted") == std::string::npos);
  }
  CHECK(printed.printed("junit").find("failures=\"0\"") != std::string::npos);
  CHECK(printed.printed("junit").find("<skipped message=\"waived\">") != std::string::npos);
  CHECK(printed.printed("tap").find("\nnot ok") == std::string::npos);
  CHECK(printed.printed("tap").find(" # SKIP waived\n") != std::string::npos);
  CHECK(printed.printed("markdown").find("1 finding waived.") != std::string::npos);
  CHECK(Json::parse(printed.json())["summary"]["waived"] == 1);
}

TEST_CASE("what does not fail the run is no failed test") {
  Printed printed("shop", {{"plan.md", "- Hot set: 8 shards × 3 GB = 42 GB\n"}});
  CHECK(printed.printed("tap").find("\nnot ok") != std::string::npos);
  printed.report.findings.front().fails = false;
  CHECK(printed.printed("tap").find("\nnot ok") == std::string::npos);
  CHECK(printed.printed("junit").find("failures=\"0\"") != std::string::npos);
}

TEST_CASE("of each level GitHub is told nine, worst first, and how many more there are") {
  const std::vector<std::string> lines = lines_of(repeated(29).printed("github"));
  CHECK(std::count_if(lines.begin(), lines.end(),
                      [](const std::string& line) { return line.starts_with("::error "); }) == 10);
  CHECK(lines.front().find("21 TB") != std::string::npos);
  CHECK(lines.at(9) == "::error title=reckon::22 more of this level are not annotated, see the whole report");
}

TEST_CASE("a page of Markdown is never longer than a comment may be, and says what is left out") {
  const std::string page = repeated(600).printed("markdown");
  CHECK(page.size() < 65536);
  CHECK(page.find(" more are left out here.") != std::string::npos);
}

TEST_CASE("an overview begins with the worst file and its worst number") {
  const Printed printed("shop", {{"a.md", "- 8 shards × 3 GB = 42 GB\n"},
                                 {"b.md", "- 8 shards × 3 GB = 42 GB\n\n- 7 shards × 3 GB = 21 TB\n"}});
  const std::vector<std::string> lines = lines_of(printed.printed("brief"));
  CHECK(lines.at(0) == "b.md: 2 errors");
  CHECK(lines.at(1).find("line 3: ") != std::string::npos);
}

}  // namespace reckon::report
