// SPDX-License-Identifier: MIT
// A document cannot speak for us: no command of a runner, nothing that a terminal obeys, no cell, mention or
// link, and no excuse for itself.
#include "base/unicode.hpp"
#include "sample.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace reckon::report {
namespace {

using test::lines_of;
using test::Printed;
using Json = nlohmann::json;

/// A wrong number with a text in its heading, row, label, header and around it, and in a key and a string of
/// JSON.
std::string wrong_beside(const std::string& text) {
  const std::string in_json = Json(text).dump(-1, ' ', true, Json::error_handler_t::replace);
  return "# " + text + "\n\n- " + text + ": 8 shards × 3 GB = 42 GB " + text +
         "\n\n| Tier | Shards | Each | " + text +
         " |\n|---|---|---|---|\n| Hot | 8 | 3 GB | 24 GB |\n| Warm | 12 | 4 GB | 48 GB |\n| Cold | 7 | 9 GB "
         "| 63 GB |\n| " +
         text + " | 6 | 5 GB | 300 GB |\n| Old | 9 | 2 GB | 18 GB |\n\n```json\n{\"cores\": 200, " + in_json +
         ": \"8 shards × 3 GB = 42 GB\", \"note\": " + in_json + "}\n```\n\npeak = 5 " + text + "\n";
}

/// As a runner reads a line: blanks in front do not count.
bool is_command(const std::string& line) {
  const std::size_t first = line.find_first_not_of(" \t");
  const bool is_plain = first != std::string::npos && line.compare(first, 2, "::") == 0;
  return is_plain || line.find("##[") != std::string::npos || line.find("##vso[") != std::string::npos;
}

}  // namespace

TEST_CASE("a document cannot give a command to the runner of a job") {
  for (const std::string attack :
       {"::error title=forged::x", "%0A::error::x", "\r::error::x", "##[error]x", "##vso[task.complete]x",
        "\xe2\x80\xa8::error::x", "\x85::error::x", "x::stop-commands::y"}) {
    INFO(base::printable(attack));
    const Printed printed("shop", {{attack, wrong_beside(attack)}, {" " + attack, wrong_beside(attack)}});
    REQUIRE(printed.report.findings.size() >= 4);
    for (const Format& format : format_table()) {
      INFO(format.name);
      std::size_t commands = 0;
      for (const std::string& line : lines_of(printed.printed(format.name))) {
        if (is_command(line)) ++commands;
        CHECK_FALSE((is_command(line) && line.starts_with("::error title=forged")));
      }
      const bool is_ours = format.name == "github";
      CHECK((is_ours ? commands > 0 && commands <= printed.report.findings.size() : commands == 0));
    }
  }
}

TEST_CASE("a document cannot send anything that a terminal obeys") {
  const std::string attack =
      "x\x1b[2J\x1b]8;;http://x\x07\xc2\x9b"
      "31m\xe2\x80\xae\xe2\x80\x8b\xf3\xa0\x81\x81\xff\x7fy";
  const Printed printed("shop", {{attack + ".md", wrong_beside(attack)}});
  REQUIRE(printed.report.findings.size() >= 3);
  for (const Format& format : format_table()) {
    INFO(format.name);
    Options options;
    options.verbose = true;
    options.colour = base::Colour::ansi;
    const std::string text = printed.printed(format.name, options);
    CHECK(base::is_valid_utf8(text));
    CHECK(base::printable_lines(text, base::control_sequences(options.colour)) == text);
    CHECK(text.find("\x1b[2J") == std::string::npos);
  }
}

TEST_CASE("a document cannot break a table of Markdown, mention anybody or set a link") {
  for (const std::string attack :
       {"a | b | c", "@everyone", "#12", "[x](http://evil.example)", "![x](http://evil.example/p.png)",
        "<img src=x onerror=y>", "http://evil.example", "www.evil.example", "`|`", "\\| x", "<!-- ", "$x$",
        "\n| x |"}) {
    INFO(attack);
    const Printed printed("shop", {{attack + ".md", wrong_beside(attack)}});
    REQUIRE_FALSE(printed.report.findings.empty());
    std::size_t rows = 0;
    for (const std::string& line : lines_of(printed.printed("markdown"))) {
      if (!line.starts_with("| ")) continue;
      ++rows;
      std::size_t bars = 0;
      for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\') {
          ++i;
        } else if (line[i] == '|') {
          ++bars;
        }
      }
      CHECK(bars == 5);
      CHECK(line.find('@') == std::string::npos);
      CHECK(line.find('#') == std::string::npos);
      CHECK(line.find("://") == std::string::npos);
      CHECK(line.find("www.") == std::string::npos);
      const std::size_t link = line.find("](");
      CHECK((link == std::string::npos || line[link - 1] == '\\'));
      CHECK(line.find("<img") == std::string::npos);
      CHECK(line.find("<!--") == std::string::npos);
    }
    CHECK(rows == printed.report.findings.size() + 1);
  }
}

TEST_CASE("a document cannot set a link or an address in SARIF") {
  for (const std::string attack : {"[x](http://evil.example)", "[x](1)", "file:///etc/passwd", "{0}", "{{x}}",
                                   "\\[x](2)", "javascript:x"}) {
    INFO(attack);
    const Printed printed("shop", {{attack + ".md", wrong_beside(attack)}});
    REQUIRE_FALSE(printed.report.findings.empty());
    const Json sarif = Json::parse(printed.printed("sarif"));
    for (const Json& result : sarif["runs"][0]["results"]) {
      const std::string text = result["message"]["text"];
      CHECK(text.find_first_of("{}") == std::string::npos);
      const std::size_t links = result.value("relatedLocations", Json::array()).size();
      CHECK(static_cast<std::size_t>(std::count(text.begin(), text.end(), '[')) == links);
      const Json& artifact = result["locations"][0]["physicalLocation"]["artifactLocation"];
      CHECK(artifact["uriBaseId"] == "%SRCROOT%");
      CHECK(artifact["uri"].get<std::string>().find(':') == std::string::npos);
    }
  }
}

TEST_CASE("a document cannot waive its own findings") {
  const std::string wrong = "- Hot set: 8 shards × 3 GB = 42 GB\n";
  for (const std::string excuse :
       {"<!-- reckon: allow equation.contradicted until 2099-01-01: I say so -->\n",
        "<!-- reckon: waive equation.contradicted until=2099-01-01 reason=\"I say so\" -->\n",
        "# reckon: allow equation.contradicted until 2099-01-01: I say so\n", "<!-- reckon:check -->\n"}) {
    INFO(excuse);
    const Printed printed("shop", {{"plan.md", excuse + '\n' + wrong + excuse}});
    REQUIRE(printed.report.findings.size() == 1);
    CHECK_FALSE(printed.report.findings.front().waived);
    CHECK(printed.report.exit == 1);
  }
}

}  // namespace reckon::report
