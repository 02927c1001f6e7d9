// SPDX-License-Identifier: MIT
#include "tree/sample.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace reckon;
using namespace reckon::tree;

namespace {

void check_node(const Sample& sample, std::string_view pointer, Kind kind, std::string_view text,
                std::string_view source, bool verbatim = true) {
  CAPTURE(pointer);
  const Node* node = sample.at(pointer);
  REQUIRE(node != nullptr);
  CHECK(name(node->kind) == name(kind));
  CHECK(node->text == text);
  CHECK(sample.source(node->span) == source);
  CHECK(node->verbatim == verbatim);
  if (verbatim) CHECK(sample.source(node->text_span) == text);
}

}  // namespace

TEST_CASE("YAML scalars of every style have exact spans") {
  const Sample sample = read_yaml_sample(
      "plain: 50 ms   # why\n"
      "\xc2\xb5s: 1_000\n"
      "single: 'it''s'\n"
      "double: \"50 \\u00b5s\"\n"
      "quoted: \"99.9 %\"\n"
      "literal: |\n  one\n  two\n\n"
      "folded: >-\n  one\n  two\n"
      "line: |\n  only one\n"
      "spread: one\n  two\n"
      "empty:\n"
      "number: 1.50\n"
      "truth: true\n"
      "nothing: ~\n");
  CHECK(sample.problems().empty());
  check_node(sample, "/plain", Kind::string, "50 ms", "50 ms");
  check_node(sample, "/\xc2\xb5s", Kind::string, "1_000", "1_000");
  check_node(sample, "/single", Kind::string, "it's", "'it''s'", false);
  check_node(sample, "/double", Kind::string, "50 \xc2\xb5s", "\"50 \\u00b5s\"", false);
  check_node(sample, "/quoted", Kind::string, "99.9 %", "\"99.9 %\"");
  check_node(sample, "/literal", Kind::string, "one\ntwo\n", "|\n  one\n  two", false);
  check_node(sample, "/folded", Kind::string, "one two", ">-\n  one\n  two", false);
  check_node(sample, "/line", Kind::string, "only one\n", "|\n  only one");
  check_node(sample, "/spread", Kind::string, "one two", "one\n  two", false);
  check_node(sample, "/empty", Kind::null, "", "");
  check_node(sample, "/number", Kind::number, "1.50", "1.50");
  check_node(sample, "/truth", Kind::boolean, "true", "true");
  check_node(sample, "/nothing", Kind::null, "~", "~");
}

TEST_CASE("YAML keys and containers have exact spans") {
  const Sample sample = read_yaml_sample(
      "spec:\n"
      "  \"replicas\": 10\n"
      "  ports: [80, {name: x}]   # flow\n"
      "  list:\n"
      "  - a: 1\n"
      "    b: 2\n"
      "  - 3\n"
      "\n"
      "# end\n");
  CHECK(sample.problems().empty());
  CHECK(sample.source("/spec/ports") == "[80, {name: x}]");
  CHECK(sample.source("/spec/ports/1") == "{name: x}");
  CHECK(sample.source("/spec/list") == "- a: 1\n    b: 2\n  - 3");
  CHECK(sample.source("/spec/list/0") == "a: 1\n    b: 2");
  const Node* spec = sample.at("/spec");
  REQUIRE(spec != nullptr);
  CHECK(sample.source(spec->members.at(0).key_span) == "replicas");
  CHECK(sample.source(spec->members.at(1).key_span) == "ports");
  CHECK(sample.source("").substr(0, 5) == "spec:");
}

TEST_CASE("YAML columns behind characters of several bytes are right") {
  std::string text;
  for (int i = 0; i < 200; ++i)
    text += "k" + std::to_string(i) + "\xe2\x82\xac: \xf0\x9f\x98\x80 " + std::to_string(i) + "\r\n";
  const Sample sample = read_yaml_sample(text);
  CHECK(sample.problems().empty());
  for (int i = 0; i < 200; ++i)
    CHECK(sample.source("/k" + std::to_string(i) + "\xe2\x82\xac") ==
          "\xf0\x9f\x98\x80 " + std::to_string(i));
}

TEST_CASE("a byte order mark before YAML is skipped") {
  const Sample sample = read_yaml_sample(
      "\xef\xbb\xbf"
      "a: 5\n");
  CHECK(sample.problems().empty());
  CHECK(sample.source("/a") == "5");
}

TEST_CASE("a response may hold several documents; empty ones do not count") {
  const Sample sample = read_yaml_sample("---\na: 1\n---\n---\n# nothing\n---\n- 2\n...\n");
  CHECK(sample.problems().empty());
  REQUIRE(sample.reading.documents.size() == 2);
  CHECK(sample.source(sample.reading.documents[0].span) == "a: 1");
  CHECK(sample.source(sample.reading.documents[1].span) == "- 2");
}

TEST_CASE("a broken document does not hide the next") {
  const Sample sample = read_yaml_sample("a: 1\nb: [1, 2\n---\nc: 3\n");
  CHECK(sample.reading.problems.size() == 1);
  REQUIRE(sample.reading.documents.size() == 2);
  CHECK(sample.at("/b/1")->text == "2");
  CHECK(sample.at("/c", 1)->text == "3");
}

TEST_CASE("aliases are expanded in a response and show where the value stands") {
  const Sample sample = read_yaml_sample("base: &b\n  cpu: 2\nuse: *b\nlist: [*b, &x 7, *x]\n");
  CHECK(sample.problems().empty());
  check_node(sample, "/use/cpu", Kind::number, "2", "2");
  check_node(sample, "/list/0/cpu", Kind::number, "2", "2");
  check_node(sample, "/list/1", Kind::number, "7", "7");
  check_node(sample, "/list/2", Kind::number, "7", "7");
  CHECK(sample.source("/base") == "cpu: 2");
  CHECK(sample.source("/list") == "[*b, &x 7, *x]");
}

TEST_CASE("aliases are capped at ten thousand nodes") {
  std::string text = "a0: &a0 [x, x]\n";
  for (int i = 1; i < 40; ++i) {
    const std::string name = std::to_string(i);
    const std::string before = "*a" + std::to_string(i - 1);
    text += "a" + name + ": &a" + name + " [" + before + ", " + before + "]\n";
  }
  const Sample sample = read_yaml_sample(text);
  REQUIRE(sample.reading.problems.size() >= 1);
  CHECK(sample.reading.problems[0].code == "yaml.alias-cap");
  std::size_t count = 0;
  std::string pointer;
  walk(sample.reading.documents.at(0), pointer, [&](const std::string&, const Node&) { ++count; });
  CHECK(count < 20000);
}

TEST_CASE("an alias to itself or to nothing is a problem, not a loop") {
  CHECK(read_yaml_sample("a: &a [*a]\n").problems() == "yaml.alias@1:8");
  CHECK(read_yaml_sample("a: *none\nb: 1\n").problems() == "yaml.alias@1:4");
}

TEST_CASE("tags mean nothing in a response") {
  const Sample sample = read_yaml_sample("a: !!str 5\nb: !Ref x\nc: !t\n  d: 1\n");
  CHECK(sample.problems().empty());
  check_node(sample, "/a", Kind::number, "5", "5");
  check_node(sample, "/b", Kind::string, "x", "x");
  CHECK(sample.source("/c") == "d: 1");
}

TEST_CASE("a catalogue file refuses aliases, anchors, tags and a second document") {
  const auto problems = [](const char* text) {
    return read_yaml_sample(text, YamlDialect::catalogue).problems();
  };
  CHECK(problems("a: &x 1\nb: *x\n") == "yaml.anchor@1:4 yaml.alias@2:4");
  CHECK(problems("a: !!int 1\n") == "yaml.tag@1:4");
  CHECK(problems("a: 1\n---\nb: 2\n") == "yaml.several-documents@2:1");
  CHECK(problems("---\na: 1\n").empty());
  CHECK(problems("") == "yaml.empty@1:1");
  CHECK(problems("# only a comment\n") == "yaml.empty@1:1");
}

TEST_CASE("what is not YAML is a located problem with a hint") {
  struct Row {
    const char* text;
    const char* problems;
  };
  const Row rows[] = {
      {"a: 1\na: 2\n", "yaml.duplicate-key@2:1"},
      {"a:\n\tb: 1\n", "yaml.tab@2:1"},
      {"a:\n  b: 1\n\tc: 2\n", "yaml.tab@3:1"},
      {"rate: 5\nunit:ms\nabout: x\n", "yaml.missing-space@2:5"},
      {"rate:5\nunit: ms\n", "yaml.missing-space@1:5"},
      {"a: 1\nb\nc: 2\n", "yaml.syntax@2:1"},
      {"a: b: c\n", "yaml.syntax@1:5"},
      {"a: [1, 2\n", "yaml.truncated@1:8"},
      {"a: 1\nb: \"open\n", "yaml.truncated@2:8"},
      {"a: @x\n", "yaml.syntax@1:4"},
      {"a: \"\\q\"\n", "yaml.syntax@1:5"},
      {"a: \x01\n", "yaml.syntax@1:4"},
      {"\xc2\xb5: \x01\n", "yaml.syntax@1:4"},
      {"a: 1\nb: \xff\n", "yaml.encoding@2:4"},
      {"{[a]: 1}\n", "yaml.complex-key@1:2"},
      {"a: **bold**\n", "yaml.syntax@1:4"},
  };
  for (const Row& row : rows) {
    const Sample sample = read_yaml_sample(row.text);
    CAPTURE(row.text);
    CHECK(sample.problems() == row.problems);
  }
}

TEST_CASE("what stands before the break is kept") {
  const Sample sample = read_yaml_sample("spec:\n  replicas: 3\n  env:\n    - name: \"TOKEN\n");
  CHECK(sample.problems() == "yaml.truncated@4:18");
  CHECK(sample.at("/spec/replicas")->text == "3");
  CHECK(sample.at("/spec/env/0/name") != nullptr);
  CHECK(read_yaml_sample("a: 1\nb: \xff\n").at("/a")->text == "1");
}

TEST_CASE("a repeated YAML key points at both places") {
  const Sample sample = read_yaml_sample("a: 1\nb: 2\na: 3\n");
  const auto& problem = sample.reading.problems.at(0);
  CHECK(sample.sources.place(0, problem.primary.span.begin) == base::Place{3, 1});
  CHECK(sample.sources.place(0, problem.secondary.at(0).span.begin) == base::Place{1, 1});
}

TEST_CASE("YAML stops at depth 65 early") {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK(read_yaml_sample(nested(64)).problems().empty());
  CHECK(read_yaml_sample(nested(65)).problems() == "yaml.too-deep@1:65");
  CHECK(read_yaml_sample(std::string(1000000, '[')).reading.problems.size() == 1);
  std::string blocks;
  for (int i = 0; i < 100; ++i) blocks += "- ";
  CHECK(read_yaml_sample(blocks + "x").problems() == "yaml.too-deep@1:129");
}

TEST_CASE("no bytes break the YAML reader, and spans stay inside the text") {
  rc::check("bytes", [] {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::oneOf(rc::gen::elementOf(std::string("ab: -\n\n  [],{}&*!|>'\"#~?%@-\xc2\xb5")),
                       rc::gen::arbitrary<char>()));
    const auto dialect = *rc::gen::element(YamlDialect::catalogue, YamlDialect::response);
    const Sample sample = read_yaml_sample(text, dialect);
    for (const Node& root : sample.reading.documents) {
      std::string pointer;
      walk(root, pointer, [&](const std::string&, const Node& node) {
        RC_ASSERT(node.span.begin <= node.text_span.begin && node.text_span.begin <= node.text_span.end);
        RC_ASSERT(node.span.end <= text.size() && node.text_span.end <= text.size());
        if (node.verbatim && node.is_scalar()) RC_ASSERT(sample.source(node.text_span) == node.text);
      });
    }
    for (const auto& problem : sample.reading.problems) RC_ASSERT(problem.primary.span.end <= text.size());
  });
}
