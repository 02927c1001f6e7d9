// SPDX-License-Identifier: MIT
#include "tree/sample.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

using namespace reckon;
using namespace reckon::tree;
using nlohmann::json;

namespace {

/// Every node's span holds exactly its value, every key's span its key: both are read again by themselves.
bool spans_are_exact(const Sample& sample) {
  if (sample.reading.documents.size() != 1 || !sample.reading.problems.empty()) return false;
  const json whole = json::parse(sample.sources.text(0));
  bool exact = true;
  std::string pointer;
  walk(sample.reading.documents[0], pointer, [&](const std::string& where, const Node& node) {
    const std::string text = sample.source(node.span);
    const bool trimmed =
        text.find_first_not_of(" \t\r\n") == 0 && text.find_last_not_of(" \t\r\n") + 1 == text.size();
    const json again = json::parse(text, nullptr, false);
    exact = exact && trimmed && !again.is_discarded() && again == whole.at(json::json_pointer(where));
    if (node.kind == Kind::string) {
      exact =
          exact && node.text == again.get<std::string>() && '"' + sample.source(node.text_span) + '"' == text;
    } else if (node.is_scalar()) {
      exact = exact && node.text == text && node.text_span == node.span;
    } else {
      exact = exact && node.text_span == node.span && node.text.empty();
    }
    if (node.verbatim) exact = exact && sample.source(node.text_span) == node.text;
    for (const Member& member : node.members) {
      const auto key = sample.sources.text({0, member.key_span.begin - 1, member.key_span.end + 1});
      exact = exact && json::parse(key, nullptr, false) == json(member.key);
    }
  });
  return exact;
}

rc::Gen<std::string> blanks() {
  return rc::gen::container<std::string>(rc::gen::elementOf(std::string(" \t\r\n")));
}

std::string random_json(int depth) {
  const auto pad = [] { return *rc::gen::resize(3, blanks()); };
  const int kind = *rc::gen::inRange(0, depth > 3 ? 4 : 6);
  const std::vector<std::string> strings{R"("")",
                                         R"("plain")",
                                         R"("a\"b\\c\/")",
                                         R"("\u00e9\ud83d\ude00")",
                                         "\"\xc2\xb5s \xe2\x82\xac\"",
                                         R"("{}[],:")",
                                         R"("// no comment")"};
  const std::vector<std::string> numbers{"0",      "-0", "1.50", "1e5", "-12.5E-3", "18446744073709551616",
                                         "100000", "0.1"};
  const std::vector<std::string> words{"null", "true", "false"};
  if (kind <= 1) return *rc::gen::elementOf(strings);
  if (kind == 2) return *rc::gen::elementOf(numbers);
  if (kind == 3) return *rc::gen::elementOf(words);
  const int count = *rc::gen::inRange(0, 4);
  std::string out = (kind == 4 ? "[" : "{") + pad();
  for (int i = 0; i < count; ++i) {
    if (i > 0) out += ',' + pad();
    if (kind == 5) out += "\"k" + std::to_string(i) + R"(\t)" + '"' + pad() + ':' + pad();
    out += random_json(depth + 1) + pad();
  }
  return out + (kind == 4 ? ']' : '}');
}

}  // namespace

TEST_CASE("JSON spans are exact whatever follows a value") {
  for (const char* text : {"1",
                           "1 ",
                           " 1",
                           "-1.5e3\n",
                           "\"\"",
                           "null",
                           " true\r\n",
                           "[]",
                           "{}",
                           "[ ]",
                           "[1]",
                           "[1 ]",
                           "[1,2]",
                           "[1 , 2]",
                           "{\"a\":1}",
                           "{ \"a\" : 1 }",
                           "{\"a\":1,\"b\":2 , \"c\":[1,[2,[3]],{}]}",
                           "{\"a\":{\"a\":{\"a\":null}}}",
                           "{\"\\u0061\\n\":\"\\\"\"}",
                           "[\"\xc2\xb5\", 50, \"\xf0\x9f\x98\x80\", 1e2]",
                           "{\r\n\t\"k\":\t[true,\r\nfalse]\r\n}",
                           "[1e5,1E5,0.5,-0]",
                           "{\"a/b\":{\"c~d\":1}}",
                           "[12345678901234567890123]"}) {
    CAPTURE(text);
    CHECK(spans_are_exact(read_json_sample(text)));
  }
}

TEST_CASE("JSON spans are exact in any document") {
  rc::check("spans", [] {
    RC_ASSERT(spans_are_exact(read_json_sample(*rc::gen::resize(3, blanks()) + random_json(0))));
  });
}

TEST_CASE("a JSON part inside a source has spans of the source") {
  base::Sources sources;
  const auto id = sources.add("a.md", "abc {\"n\": 5} def");
  const Reading reading = read_json(sources, {id, 4, 12});
  REQUIRE(reading.problems.empty());
  const Node* node = at(reading.documents.at(0), "/n");
  REQUIRE(node != nullptr);
  CHECK(node->span == base::Span{id, 10, 11});
}

TEST_CASE("a JSON number keeps its text") {
  CHECK(read_json_sample("[1.50]").at("/0")->text == "1.50");
  CHECK(read_json_sample("[1e5]").at("/0")->text == "1e5");
  CHECK(read_json_sample("[100000000000000000000000]").at("/0")->text == "100000000000000000000000");
}

TEST_CASE("an escaped string is not verbatim, a plain one is") {
  const Sample sample = read_json_sample(R"(["50 \u00b5s", "50 µs"])");
  CHECK(sample.at("/0")->text == sample.at("/1")->text);
  CHECK_FALSE(sample.at("/0")->verbatim);
  CHECK(sample.at("/1")->verbatim);
}

TEST_CASE("a byte order mark is skipped") {
  const Sample sample = read_json_sample("\xef\xbb\xbf{\"a\": 1}");
  CHECK(sample.problems().empty());
  CHECK(sample.reading.documents.at(0).span.begin == 3);
  CHECK(sample.source("/a") == "1");
}

TEST_CASE("what is not JSON is a located problem and the rest is still read") {
  struct Row {
    const char* text;
    const char* problems;
    const char* pointer;
    const char* source;
  };
  const Row rows[] = {
      {"{\"a\": 1, \"b\": 2, \"a\": 3}", "json.duplicate-key@1:19", "/b", "2"},
      {"{\"a\": 1,}", "json.trailing-comma@1:8", "/a", "1"},
      {"[1,\n 2 , ]", "json.trailing-comma@2:4", "/1", "2"},
      {"[1,,2]", "json.extra-comma@1:4", "/1", "2"},
      {"[,1]", "json.extra-comma@1:2", "/0", "1"},
      {"{\"a\": 1 // per second\n}", "json.comment@1:9", "/a", "1"},
      {"/* x */ {\"a\": \"http://b\" /* y */}", "json.comment@1:1", "/a", "\"http://b\""},
      {"{\"a\": 1, # no\n \"b\": 2}", "json.comment@1:10", "/b", "2"},
      {"{\"a\": NaN, \"b\": 2}", "json.bare-word@1:7", "/a", "NaN"},
      {"{\"a\": NaN, \"b\": 2}", "json.bare-word@1:7", "/b", "2"},
      {"[-Infinity, None, True]", "json.bare-word@1:2 json.bare-word@1:13 json.bare-word@1:19", "/1", "None"},
      {"[007, 2]", "json.bare-word@1:2", "/0", "007"},
      {"{\"a\": 50 ms, \"b\": .5}", "json.bare-word@1:7 json.bare-word@1:19", "/a", "50 ms"},
      {"{cores: 5}", "json.bare-word@1:2", "/cores", "5"},
      {"{'a': 'x'}", "json.quotes@1:2 json.quotes@1:7", "/a", "'x'"},
      {"{\xe2\x80\x9c"
       "a\xe2\x80\x9d: \xe2\x80\x9cx\xe2\x80\x9d, \"b\": 2}",
       "json.quotes@1:2 json.quotes@1:7", "/a", "\xe2\x80\x9cx\xe2\x80\x9d"},
      {"['a\\'b', 2]", "json.bare-word@1:2", "/0", "'a\\'b'"},
      {"[a_b, ''] ", "json.bare-word@1:2 json.quotes@1:7", "/0", "a_b"},
      {"{\"a\": 1\n \"b\": 2}", "json.missing-comma@2:2", "/b", "2"},
      {"[1, 2, ...]", "json.elided@1:8", "/1", "2"},
      {"{\"a\": 1, ..., \"b\": 2}", "json.elided@1:10", "/b", "2"},
      {"{\"a\": \"x\ny\", \"b\": 2}", "json.control-character@1:9", "/b", "2"},
      {"{\"a\": {\"b\": 1", "json.truncated@1:13", "/a/b", "1"},
      {"{\"a\": \"xyz", "json.truncated@1:10", "/a", ""},
      {"{\"a\": 1, \"b\"", "json.truncated@1:12", "/a", "1"},
      {"[1, 2", "json.truncated@1:5", "/1", "2"},
      {"{\"a\": 1} tail", "json.bare-word@1:10 json.syntax@1:10", "/a", "1"},
      {"[1 2]", "json.bare-word@1:2", "/0", "1 2"},
      {"[1] [2]", "json.syntax@1:5", "/0", "1"},
      {"{\"a\": 1, \"b\" 2}", "json.syntax@1:14", "/a", "1"},
      {"[1, \"a\\qb\"]", "json.syntax@1:7", "/0", "1"},
      {"[1, \"\\ud800\"]", "json.syntax@1:5", "/0", "1"},
      {"[1, 1e999]", "json.syntax@1:5", "/0", "1"},
      {"{\"a\": 1]", "json.syntax@1:8", "/a", "1"},
      {"{\"a\": 1, 5: 2}", "json.syntax@1:10", "/a", "1"},
      {"{\"a\": }", "json.syntax@1:7", "/a", ""},
      {"{\"a\": 1, \"b\": \"\xff\"}", "json.encoding@1:16", "/a", "1"},
      {"{\"\xc2\xb5\": 1, \"b\": +2}", "json.bare-word@1:15", "/b", "+2"},
  };
  for (const Row& row : rows) {
    const Sample sample = read_json_sample(row.text);
    CAPTURE(row.text);
    CHECK(sample.problems() == row.problems);
    CHECK(sample.source(row.pointer) == row.source);
    CHECK(sample.reading.has_errors());
  }
}

TEST_CASE("text without a JSON value is a problem and gives no tree") {
  for (const char* text : {"", "  \n", "}", "\xff"}) {
    const Sample sample = read_json_sample(text);
    CAPTURE(text);
    CHECK(sample.reading.documents.empty());
    CHECK(sample.reading.has_errors());
  }
}

TEST_CASE("a mended string keeps the text between its own quotes") {
  const Sample sample = read_json_sample(
      "{'a': \xe2\x80\x9c"
      "50 ms\xe2\x80\x9d}");
  const Node* node = sample.at("/a");
  REQUIRE(node != nullptr);
  CHECK(node->text == "50 ms");
  CHECK(node->verbatim);
  CHECK(sample.source(node->text_span) == "50 ms");
  CHECK(sample.source(sample.reading.documents[0].members[0].key_span) == "a");
}

TEST_CASE("a repeated JSON key points at both places") {
  const Sample sample = read_json_sample("{\"a\": 1,\n \"a\": 2}");
  const auto& problem = sample.reading.problems.at(0);
  CHECK(sample.sources.place(0, problem.primary.span.begin) == base::Place{2, 3});
  CHECK(sample.sources.place(0, problem.secondary.at(0).span.begin) == base::Place{1, 3});
  CHECK(sample.at("/a")->text == "1");
  CHECK(sample.reading.documents[0].members.size() == 2);
}

TEST_CASE("JSON stops at depth 65 and keeps the outer levels") {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK(read_json_sample(nested(64)).problems().empty());
  CHECK(read_json_sample(nested(65)).problems() == "json.too-deep@1:65");
  CHECK(read_json_sample(nested(65)).reading.documents.size() == 1);
  CHECK(read_json_sample(std::string(1000000, '[')).problems() == "json.too-deep@1:65");
}

TEST_CASE("a text full of slips lists a hundred and says that there are more") {
  std::string text = "[1";
  for (int i = 0; i < 5000; ++i) text += ",,1";
  const Sample sample = read_json_sample(text + "]");
  CHECK(sample.reading.problems.size() == 101);
  CHECK(sample.reading.documents.at(0).items.size() == 5001);
}

TEST_CASE("comments are told once") {
  const Sample sample = read_json_sample("{\"a\": 1, // one\n\"b\": 2 /* two */, # three\n\"c\": 3}");
  CHECK(sample.problems() == "json.comment@1:10");
  CHECK(sample.reading.problems.at(0).message == "JSON has no comments, and here are 3");
  CHECK(sample.source("/c") == "3");
}

TEST_CASE("a zero byte ends no JSON") {
  for (const std::string& text :
       {std::string("123\0", 4), std::string("{\"a\": 1}\0", 9), std::string("[1\0]", 4)})
    CHECK_FALSE(read_json_sample(text).reading.problems.empty());
}

TEST_CASE("no bytes break the JSON reader, and spans stay inside the text") {
  rc::check("bytes", [] {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::oneOf(rc::gen::elementOf(std::string("{}[],:\"\\/'#.*0ne- \n\xe2\x80\x9c\x9d")),
                       rc::gen::arbitrary<char>()));
    const Sample sample = read_json_sample(text);
    for (const Node& root : sample.reading.documents) {
      std::string pointer;
      walk(root, pointer, [&](const std::string&, const Node& node) {
        RC_ASSERT(node.span.begin <= node.text_span.begin && node.text_span.begin <= node.text_span.end);
        RC_ASSERT(node.text_span.end <= node.span.end && node.span.end <= text.size());
        if (node.verbatim) RC_ASSERT(sample.source(node.text_span) == node.text);
      });
    }
    for (const auto& problem : sample.reading.problems) RC_ASSERT(problem.primary.span.end <= text.size());
  });
}
