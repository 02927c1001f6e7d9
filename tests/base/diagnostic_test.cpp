// SPDX-License-Identifier: MIT
// Rendered diagnostics, letter for letter: this is where their looks are decided.
#include "base/diagnostic.hpp"

#include "base/unicode.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include <algorithm>

namespace reckon::base {
namespace {

/// A source and spans found by their words.
struct Sample {
  Sources sources;
  SourceId id;

  explicit Sample(std::string text) : id(sources.add("answer.md", std::move(text))) {}

  [[nodiscard]] Span span(std::string_view words) const {
    const std::size_t begin = sources.text(id).find(words);
    REQUIRE(begin != std::string_view::npos);
    return {id, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())};
  }
  void check(const Diagnostic& diagnostic, std::string_view expected) const {
    CHECK("\n" + render(diagnostic, sources) == expected);
  }
};

TEST_CASE("a headline ends, however long what it quotes is") {
  Sources sources;
  const SourceId id = sources.add("a.md", "text");
  const std::string word(5000, 'x');
  std::string words;
  for (int i = 0; i < 500; ++i) words += "word ";
  for (const std::string& quoted : {word, words}) {
    const std::string text =
        render(problem("a.b", "no '" + quoted + "'", {id, 0, 4}, quoted), sources, Colour::none, quoted);
    CHECK(text.substr(0, text.find('\n')).size() < 700);
  }
}

TEST_CASE("every control sequence of a diagnostic is known") {
  Sources sources;
  const SourceId id = sources.add("a.md", "text");
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    Diagnostic diagnostic{severity,       "a.b", "message", {{id, 0, 2}, "label"}, {{{id, 2, 4}, "more"}},
                          {{"help", "x"}}};
    const std::string text = render(diagnostic, sources, Colour::ansi);
    CHECK(text.find('\x1b') != std::string::npos);
    CHECK(printable_lines(text, control_sequences(Colour::ansi)) == text);
  }
  CHECK(control_sequences(Colour::none).empty());
}

TEST_CASE("severities have names") {
  CHECK(name(Severity::note) == "note");
  CHECK(name(Severity::warning) == "warning");
  CHECK(name(Severity::error) == "error");
}

TEST_CASE("a problem is an error with one label") {
  const Sample sample("cores = 2000\n");
  const Diagnostic diagnostic = problem("a.code", "too many", sample.span("2000"), "here");
  CHECK(diagnostic.severity == Severity::error);
  sample.check(diagnostic, R"(
error[a.code]: too many
 --> answer.md:1:9
  |
1 | cores = 2000
  |         ^^^^ here
)");
}

TEST_CASE("labels on several lines stand in the order of the text") {
  const Sample sample("rate: 100k/s\n\nsomething else\ntime: 50 us\ncores: 2000\n");
  Diagnostic diagnostic =
      problem("sizing.too-large", "2000 cores stated, 5 needed", sample.span("2000"), "stated");
  diagnostic.secondary = {{sample.span("50 us"), "core time"}, {sample.span("100k/s"), "requests"}};
  sample.check(diagnostic, R"(
error[sizing.too-large]: 2000 cores stated, 5 needed
 --> answer.md:5:8
  |
1 | rate: 100k/s
  |       ------ requests
  :
4 | time: 50 us
  |       ----- core time
5 | cores: 2000
  |        ^^^^ stated
)");
}

TEST_CASE("labels on one line hang from stems, the last one beside its mark") {
  const Sample sample("2000 = 100k/s x 50 us");
  Diagnostic diagnostic = problem("equation.contradicted", "5, not 2000", sample.span("2000"), "stated");
  diagnostic.secondary = {{sample.span("100k/s"), "rate"}, {sample.span("50 us"), "time"}};
  sample.check(diagnostic, R"(
error[equation.contradicted]: 5, not 2000
 --> answer.md:1:1
  |
1 | 2000 = 100k/s x 50 us
  | ^^^^   ------   ----- time
  | |      rate
  | stated
)");
}

TEST_CASE("remarks follow the source, their further lines aligned") {
  const Sample sample("cores: 2000");
  Diagnostic diagnostic = problem("a.code", "message", sample.span("2000"));
  diagnostic.severity = Severity::warning;
  diagnostic.remarks = {
      {"band", "5 to 50"}, {"to be right", "rate = 40M/s\nor time = 14 ms"}, {"", "untitled"}};
  sample.check(diagnostic, R"(
warning[a.code]: message
 --> answer.md:1:8
  |
1 | cores: 2000
  |        ^^^^
  |
  = band: 5 to 50
  = to be right: rate = 40M/s
                 or time = 14 ms
  = untitled
)");
}

TEST_CASE("the gutter is as wide as the longest line number") {
  const Sample sample("1\n2\n3\n4\n5\n6\n7\n8\nnine\nten\n");
  Diagnostic diagnostic = problem("a.code", "message", sample.span("ten"));
  diagnostic.secondary = {{sample.span("nine"), "before"}};
  sample.check(diagnostic, R"(
error[a.code]: message
  --> answer.md:10:1
   |
 9 | nine
   | ---- before
10 | ten
   | ^^^
)");
}

TEST_CASE("carets count columns, not bytes") {
  const Sample sample("\t≈ 50 µs, 容量 = 5");
  sample.check(problem("a.code", "message", sample.span("5"), ""), R"(
error[a.code]: message
 --> answer.md:1:4
  |
1 |  ≈ 50 µs, 容量 = 5
  |    ^
)");
  sample.check(problem("a.code", "message", sample.span("容量"), "wide"), R"(
error[a.code]: message
 --> answer.md:1:11
  |
1 |  ≈ 50 µs, 容量 = 5
  |           ^^^^ wide
)");
}

TEST_CASE("an empty span still gets a caret, also at the end of the text") {
  const Sample sample("rate *");
  sample.check(problem("formula.operand-missing", "nothing follows '*'", {0, 6, 6}), R"(
error[formula.operand-missing]: nothing follows '*'
 --> answer.md:1:7
  |
1 | rate *
  |       ^
)");
}

TEST_CASE("a span over several lines is marked on its first") {
  const Sample sample("{\n  \"a\": 1\n}\n");
  sample.check(problem("a.code", "message", sample.sources.whole(0), "opens here"), R"(
error[a.code]: message
 --> answer.md:1:1
  |
1 | {
  | ^ opens here
)");
}

TEST_CASE("labels in another source are shown below their own name") {
  Sample sample("cores: 2000");
  const SourceId model = sample.sources.add("models/service-fleet.yaml", "is: rate * time\n");
  Diagnostic diagnostic = problem("a.code", "message", sample.span("2000"), "stated");
  diagnostic.secondary = {{{model, 4, 15}, "the formula"}};
  sample.check(diagnostic, R"(
error[a.code]: message
 --> answer.md:1:8
  |
1 | cores: 2000
  |        ^^^^ stated
 ::: models/service-fleet.yaml
1 | is: rate * time
  |     ----------- the formula
)");
}

TEST_CASE("a pointer follows the place") {
  const Sample sample("cores: 2000");
  const std::string shown =
      render(problem("a.code", "message", sample.span("2000")), sample.sources, Colour::none, "/plan/cores");
  CHECK(shown.find(" --> answer.md:1:8   /plan/cores\n") != std::string::npos);
}

TEST_CASE("a long line is cut to a window around its mark") {
  const Sample sample(std::string(300, 'a') + " MARK " + std::string(300, 'b'));
  const std::string shown = render(problem("a.code", "message", sample.span("MARK"), "here"), sample.sources);
  CAPTURE(shown);
  std::size_t longest = 0;
  for (std::size_t begin = 0; begin < shown.size();) {
    const std::size_t end = shown.find('\n', begin);
    longest = std::max(longest, end - begin);
    begin = end + 1;
  }
  CHECK(longest <= 130);
  CHECK(shown.find("| ...aaa") != std::string::npos);
  CHECK(shown.find("bbb...\n") != std::string::npos);
  const std::size_t mark = shown.find(" MARK ") + 1;
  const std::size_t caret = shown.find("^^^^ here");
  REQUIRE(caret != std::string::npos);
  CHECK(mark - shown.rfind('\n', mark) == caret - shown.rfind('\n', caret));
}

TEST_CASE("foreign text cannot steer the terminal") {
  const Sample sample("cores: \x1b[2J2000\n");
  Diagnostic diagnostic = problem("a.code", "stated \x1b[2J", sample.span("2000"), "label \x1b[2J");
  diagnostic.remarks = {{"note", "remark \x1b[2J"}};
  CHECK(render(diagnostic, sample.sources).find('\x1b') == std::string::npos);
}

TEST_CASE("colour changes no letter") {
  const Sample sample("cores: 2000");
  Diagnostic diagnostic = problem("a.code", "message", sample.span("2000"), "stated");
  diagnostic.remarks = {{"note", "text"}};
  std::string coloured = render(diagnostic, sample.sources, Colour::ansi);
  CHECK(coloured.find("\x1b[1;31m") != std::string::npos);
  for (std::size_t at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b')) {
    coloured.erase(at, coloured.find('m', at) - at + 1);
  }
  CHECK(coloured == render(diagnostic, sample.sources));
}

TEST_CASE("laws of rendering") {
  rc::prop("any span of any text renders as valid lines",
           [](const std::string& text, std::uint8_t from, std::uint8_t size) {
             Sources sources;
             const SourceId id = sources.add("any", text);
             const auto length = static_cast<std::uint32_t>(text.size());
             const std::uint32_t begin = std::min<std::uint32_t>(from, length);
             const std::uint32_t end = std::min<std::uint32_t>(begin + size, length);
             Diagnostic diagnostic = problem("a.code", "message", {id, begin, end}, "label");
             diagnostic.secondary = {{{id, begin / 2, end}, "other"}, {{id, 0, begin}, ""}};
             const std::string shown = render(diagnostic, sources);
             RC_ASSERT(is_valid_utf8(shown));
             RC_ASSERT(shown.find('^') != std::string::npos);
           });
}

}  // namespace
}  // namespace reckon::base
