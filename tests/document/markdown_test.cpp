// SPDX-License-Identifier: MIT
#include "document/sample.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace reckon;
using namespace reckon::document;
using Lines = std::vector<std::string>;

namespace {

/// The source under the first occurrence of `piece` in any passage or cell.
std::string source_of(const Sample& sample, std::string_view piece) {
  const auto find = [&](const Text& text) -> std::string {
    const std::size_t at = text.view().find(piece);
    return at == std::string_view::npos ? std::string{} : sample.source(text.span(at, at + piece.size()));
  };
  for (const Passage* passage : sample.all<Passage>()) {
    if (const std::string found = find(passage->text); !found.empty()) return found;
  }
  for (const Table* table : sample.all<Table>()) {
    for (const Cell& cell : table->rows.cells()) {
      if (const std::string found = find(cell.text); !found.empty()) return found;
    }
  }
  return "(not found)";
}

}  // namespace

TEST_CASE("headings give sections, lists give items with their depth") {
  const Sample sample = read_sample(
      "Lead.\n\n# Capacity\n\nText one\ncontinues.\n\n## Kafka\n\n- outer\n  - inner\n\n    second "
      "paragraph\n- next\n\n1. first\n\n"
      "# Cost\n\n> quoted\n\nSetext\n------\n\nend\n");
  CHECK(sample.outline() ==
        Lines{"paragraph Lead.", "heading1 Capacity", "paragraph [Capacity] Text one continues.",
              "heading2 [Capacity] Kafka", "item1 [Capacity / Kafka] outer", "item2 [Capacity / Kafka] inner",
              "item2 [Capacity / Kafka] second paragraph", "item1 [Capacity / Kafka] next",
              "item1 [Capacity / Kafka] first", "heading1 Cost", "paragraph [Cost] quoted",
              "heading2 [Cost] Setext", "paragraph [Cost / Setext] end"});
}

TEST_CASE("marks go, and every byte of the text still knows its place") {
  const Sample sample = read_sample(
      "We need **2000** `cores` for _100,000_ TPS \\~ 5&nbsp;s &times; 3\nand [more](http://x) \xc2\xb5s.\n");
  CHECK(sample.outline() ==
        Lines{"paragraph We need 2000 cores for 100,000 TPS ~ 5\xc2\xa0s \xc3\x97 3 and more \xc2\xb5s."});
  CHECK(source_of(sample, "2000") == "2000");
  CHECK(source_of(sample, "2000 cores") == "2000** `cores");
  CHECK(source_of(sample, "\xc2\xa0") == "&nbsp;");
  CHECK(source_of(sample, "\xc3\x97 3") == "&times; 3");
  CHECK(source_of(sample, "3 and") == "3\nand");
  CHECK(source_of(sample, "more \xc2\xb5s") == "more](http://x) \xc2\xb5s");
}

TEST_CASE("an asterisk between numbers is a product, not emphasis") {
  const auto text = [](const char* source) { return read_sample(source).outline(); };
  CHECK(text("a 36*24*3600 b") == Lines{"paragraph a 36*24*3600 b"});
  CHECK(text("10**6**2") == Lines{"paragraph 10**6**2"});
  CHECK(text("5 * 2 * 3") == Lines{"paragraph 5 * 2 * 3"});
  CHECK(text("5*2KB* 3") == Lines{"paragraph 5*2KB* 3"});
  CHECK(text("is *5* or **6** so") == Lines{"paragraph is 5 or 6 so"});
  CHECK(text("**Total:** 5") == Lines{"paragraph Total: 5"});
  CHECK(source_of(read_sample("a 36*24*3600 b"), "24*3600") == "24*3600");
}

TEST_CASE("tags that format are dropped, other angle brackets stay") {
  const auto text = [](const char* source) { return read_sample(source).outline(); };
  CHECK(text("a <b>417/s</b> x<br>y 10<sup>6</sup>") == Lines{"paragraph a 417/s x\ny 10^6"});
  CHECK(text("latency <50ms and 3 < 4") == Lines{"paragraph latency <50ms and 3 < 4"});
  CHECK(text("use <host> here <!-- no -->") == Lines{"paragraph use <host> here"});
  CHECK(text("<div>\n5 cores\n</div>\n") == Lines{"paragraph 5 cores"});
}

TEST_CASE("tilde and dollar are not marks") {
  const auto text = [](const char* source) { return read_sample(source).outline(); };
  CHECK(text("~417 to ~500 and $5 to $6") == Lines{"paragraph ~417 to ~500 and $5 to $6"});
}

TEST_CASE("tables have cells with exact places") {
  const Sample sample = read_sample(
      "## T\n\n| Metric | `Need` |\n|---|---:|\n| CPU \\| cores | **2000** `a\\|b` |\n| \xc2\xb5 | |\n| "
      "short |\n");
  CHECK(sample.outline() ==
        Lines{"heading2 T", "table [T] |Metric|Need| |CPU | cores|2000 a|b| |\xc2\xb5|| |short||"});
  CHECK(source_of(sample, "2000") == "2000");
  CHECK(source_of(sample, "a|b") == "a\\|b");
  CHECK(source_of(sample, "| cores") == "| cores");
}

TEST_CASE("lines between bars are a table without a line of dashes") {
  const Sample sample = read_sample("Boats:\n|| Boat || Crew ||\n| tug | 4 |\n| *pilot* | |\n\nso it is\n");
  CHECK(sample.outline() ==
        Lines{"paragraph Boats:", "table |Boat|Crew| |tug|4| |pilot||", "paragraph so it is"});
  CHECK(source_of(sample, "4") == "4");
  for (const char* text :
       {"| a | b |\n| c | d |\n", "| a | b |\n| c |\n| d | e |\n", "|x| is\n|y| or\n|z|\n"})
    CHECK(read_sample(text).outline().front().starts_with("paragraph"));
}

TEST_CASE("a table in a quote in a list is a table") {
  const Sample sample = read_sample("- x\n\n  > | a | b |\n  > |---|---|\n  > | 1 | 2 |\n");
  CHECK(sample.outline() == Lines{"item1 x", "table |a|b| |1|2|"});
  CHECK(source_of(sample, "2") == "2");
}

TEST_CASE("fences go to the reader that their label names") {
  const Sample sample = read_sample(
      "# A\n```json\n{\"n\": 5}\n```\n```yaml\napiVersion: apps/v1\nkind: Deployment\nspec:\n  replicas: "
      "3\n---\na: 1\n```\n"
      "```sh\nkafka-topics --create --partitions 500\n```\n```python\nx = 5 * 3\n\n# two\n```\n");
  CHECK(sample.outline() == Lines{"heading1 A", "response [A]", "manifest Deployment [A]", "yaml [A]",
                                  "command kafka-topics.sh [A]", "code [A] x = 5 * 3", "code [A] # two"});
  CHECK(sample.at(0, "/n") == "5");
  CHECK(sample.at(1, "/spec/replicas") == "3");
  CHECK(sample.at(3, "/partitions") == "500");
  CHECK(sample.problems().empty());
}

TEST_CASE("a fence without a label is tried") {
  const Sample sample = read_sample(
      "```\n{\"n\": 5}\n```\n```\n# x\napiVersion: v1\nkind: Pod\n```\n```\n36M / 86,400 = ~417/s\n  = "
      "5\n```\n```\n{ x }\n```\n"
      "```\nkafka-topics.sh --topic x\n```\n");
  CHECK(sample.outline() == Lines{"response", "manifest Pod", "code 36M / 86,400 = ~417/s\n= 5", "code { x }",
                                  "command kafka-topics.sh"});
}

TEST_CASE("fences in lists and quotes keep exact places") {
  for (const std::string line_end : {"\n", "\r\n"}) {
    std::string text =
        "- item\n\n  ```yaml\n  apiVersion: v1\n  kind: Pod\n  spec:\n    a: \xc2\xb5 50\n  ---\n  b: 2\n  "
        "```\n\n"
        "> ```json\n> {\"n\":\n>   [1,\n>    \"two\"]}\n> ```\n\n"
        "1. x\n\t```sh\n\tfoo --a \\\n\t  --b 'c d'\n\t```\n";
    for (std::size_t at = 0; line_end == "\r\n" && (at = text.find('\n', at)) != std::string::npos; at += 2)
      text.insert(at, 1, '\r');
    const Sample sample = read_sample(text);
    CAPTURE(text);
    CHECK(sample.problems().empty());
    CHECK(sample.outline() ==
          Lines{"item1 item", "manifest Pod", "yaml", "response", "item1 x", "command foo"});
    CHECK(sample.at(0, "/spec/a") == "\xc2\xb5 50");
    CHECK(sample.at(1, "/b") == "2");
    CHECK(sample.at(2, "/n/0") == "1");
    CHECK(sample.at(2, "/n/1") == "\"two\"");
    CHECK(sample.at(3, "/b") == "'c d'");
    CHECK(spans_are_sound(sample));
  }
}

TEST_CASE("a broken JSON fence is a note and keeps what can be kept") {
  const Sample sample = read_sample(
      "```json\n{\"a\": 1, // why\n \"b\": 2,}\n```\n\n```json\n{\"c\": 3, \"d\": "
      "\n```\n\n```json\nnothing\n```\n");
  CHECK(
      sample.problems() ==
      "note:document.irregular-json@2:10 note:document.irregular-json@3:8 note:document.unreadable-json@7:13 "
      "note:document.irregular-json@11:1");
  CHECK(sample.outline() == Lines{"response", "comment a", "response truncated", "code nothing"});
  CHECK(sample.at(0, "/b") == "2");
  CHECK(sample.at(2, "/c") == "3");
}

TEST_CASE("a fence that is never closed runs to the end") {
  const Sample sample = read_sample("```json\n{\"a\": 1}\n");
  CHECK(sample.outline() == Lines{"response"});
  CHECK(sample.at(0, "/a") == "1");
}

TEST_CASE("a JSON object may stand in prose") {
  const Sample sample = read_sample(
      "Here is the answer:\n{\n  \"a\": \"x *y* z\",\n\n  \"b\": [1,\n\n    2]\n}\nThat was it.\n\n{not "
      "json}\n\n    {\"c\": 3}\n\n- {\"d\": 4}\n");
  CHECK(sample.outline() == Lines{"paragraph Here is the answer:", "response", "paragraph That was it.",
                                  "paragraph {not json}", "response", "response"});
  CHECK(sample.at(0, "/a") == "\"x *y* z\"");
  CHECK(sample.at(0, "/b/1") == "2");
  CHECK(sample.at(1, "/c") == "3");
  CHECK(sample.at(2, "/d") == "4");
}

TEST_CASE("a JSON object in prose that breaks off leaves the text behind it") {
  const Sample sample = read_sample("{\"a\": 1, \"b\": [2,\n\n# Next\n\nText {\"x\n\n{\"c\": 3}\n");
  CHECK(sample.outline().front() == "response truncated");
  CHECK(sample.at(0, "/b/0") == "2");
}

TEST_CASE("a table wider than anybody writes is read as lines") {
  std::string header = "|";
  std::string rule = "|";
  for (int i = 0; i < 300; ++i) {
    header += "a|";
    rule += "-|";
  }
  const Sample sample = read_sample("before\n\n" + header + "\n" + rule + "\n|1|\n");
  CHECK(sample.all<Table>().empty());
  CHECK(sample.outline().size() == 2);
}

TEST_CASE("a byte order mark and carriage returns do not shift places") {
  const Sample sample = read_sample("\xef\xbb\xbf# A\r\n\r\nfive\r\n5 cores\r\n");
  CHECK(sample.outline() == Lines{"heading1 A", "paragraph [A] five 5 cores"});
  CHECK(source_of(sample, "5 cores") == "5 cores");
  CHECK(source_of(sample, "five 5") == "five\r\n5");
}

TEST_CASE("no bytes break the Markdown reader, and spans stay inside the text") {
  rc::check("bytes", [] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "\n", "\n\n", "- ", "> ", "  ", "\t", "```", "```json\n", "```yaml\n", "```sh\n", "{\"a\": 1}",
        "{\"a\": [", "|", "|-|-|\n", "*", "**", "`", "&amp;", "<b>", "<sup>", "<!--", "# ", "5*2*3", "a",
        " \\", "\r\n", "\xc2\xb5", "\xff", "a: 1\n", "--x 5", "'", "\"", "[x](y)", std::string(1, '\0')));
    std::string text;
    for (const std::string& piece : pieces) text += piece;
    RC_ASSERT(spans_are_sound(read_sample(text)));
  });
}

TEST_CASE("quotes nested beyond reason and masses of brackets lose their meaning, not their text") {
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "> - ";
  CHECK(read_sample(deep + "5 cores\n\n\nafter\n").outline().back() == "paragraph after");
  std::string brackets = "5 cores ";
  while (brackets.size() < 100000) brackets += "[x] ";
  const Sample sample = read_sample(brackets);
  REQUIRE(sample.all<Passage>().size() == 1);
  CHECK(sample.all<Passage>()[0]->text.view().substr(0, 15) == "5 cores [x] [x]");
}
