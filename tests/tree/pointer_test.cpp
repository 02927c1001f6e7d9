// SPDX-License-Identifier: MIT
#include "tree/sample.hpp"

#include <catch2/catch.hpp>

using namespace reckon::tree;

TEST_CASE("a pointer reaches members, items, and keys with slashes and tildes") {
  const Sample sample = read_json_sample(R"({"a": [10, {"b/c": 1, "m~n": 2, "": 3}], "0": 4})");
  CHECK(sample.at("") == &sample.reading.documents[0]);
  CHECK(sample.source("/a/0") == "10");
  CHECK(sample.source("/a/1/b~1c") == "1");
  CHECK(sample.source("/a/1/m~0n") == "2");
  CHECK(sample.source("/a/1/") == "3");
  CHECK(sample.source("/0") == "4");
}

TEST_CASE("a pointer that leads nowhere gives nothing") {
  const Sample sample = read_json_sample(R"({"a": [10, 20]})");
  for (const char* pointer :
       {"a", "/b", "/a/2", "/a/-1", "/a/01", "/a/0/x", "/a/", "/a/1x", "/a/99999999999999999999"}) {
    CAPTURE(pointer);
    CHECK(sample.at(pointer) == nullptr);
  }
}

TEST_CASE("a pattern selects in document order and names concrete pointers") {
  const Sample sample = read_json_sample(R"({"s": [{"n": 1}, {"m": 0}, {"n": 2}], "x/y": {"n": 3}})");
  const auto pointers = [&](std::string_view pattern) {
    std::string out;
    for (const Match& match : select(sample.reading.documents[0], pattern)) out += match.pointer + ' ';
    return out;
  };
  CHECK(pointers("/s/*/n") == "/s/0/n /s/2/n ");
  CHECK(pointers("/*/n") == "/x~1y/n ");
  CHECK(pointers("/*") == "/s /x~1y ");
  CHECK(pointers("/s/1") == "/s/1 ");
  CHECK(pointers("") == " ");
  CHECK(pointers("/none/*").empty());
  CHECK(pointers("s").empty());
}

TEST_CASE("a filter keeps the nodes that hold a value, at any segment and at the root") {
  const Sample sample = read_json_sample(
      R"({"name": "Plans", "columns": [{"name": "Price", "size": 10, "of": {"name": "x"}},
          {"name": "price", "size": 8}, {"name": "Fee", "key": true, "size": 4}], "by": {"a/b": {"k~": "v/w", "n": 1}}})");
  const auto pointers = [&](std::string_view pattern) {
    std::string out;
    for (const Match& match : select(sample.reading.documents[0], pattern)) out += match.pointer + ' ';
    return out;
  };
  CHECK(pointers("/columns/*[name=Price]/size") == "/columns/0/size /columns/1/size ");
  CHECK(pointers("/columns/*[name=Price][size=8]") == "/columns/1 ");
  CHECK(pointers("/columns/*[key=true]/name") == "/columns/2/name ");
  CHECK(pointers("/columns/2[name=Price]").empty());
  CHECK(pointers("/columns/*[of=x]").empty());
  CHECK(pointers("[name=plans]/columns/2") == "/columns/2 ");
  CHECK(pointers("[name=plans]") == " ");
  CHECK(pointers("[name=Others]/columns/2").empty());
  CHECK(pointers("/by/*[k~0=v~1w]/n") == "/by/a~1b/n ");
}

TEST_CASE("a pattern fits what has the shape that it goes through") {
  const Sample sample = read_json_sample(
      R"({"types": [{"name": "A"}, {"name": "B"}], "mixed": [{"name": "A"}, "B"], "text": "A, B", "none": null, "empty": [],
          "deep": [{"fields": [{"type": "A"}]}, {"fields": []}], "odd": [{"fields": [{"type": "A"}]}, {"fields": "A"}]})");
  const Node& root = sample.reading.documents[0];
  for (const char* pattern : {"", "/types", "/types/*", "/types/*/name", "/gone/*/name", "/none/*/name",
                              "/empty/*/name", "/deep/*/fields/*/type", "/types/*[name=C]/size"}) {
    CAPTURE(pattern);
    CHECK(fits(root, pattern));
  }
  for (const char* pattern :
       {"/types/*/size", "/mixed/*/name", "/text/*", "/text/name", "/odd/*/fields/*/type", "no pattern"}) {
    CAPTURE(pattern);
    CHECK_FALSE(fits(root, pattern));
  }
}

TEST_CASE("a filter that is none makes no pattern") {
  const Sample sample = read_json_sample(R"({"a[b": 1, "": 2, "a": {"b": 3}})");
  for (const char* text : {"", "/a", "/a[b", "/*[b=3]", "[b=]", "/a[b=c][d=e]", "/a[b=c=d]"}) {
    CAPTURE(text);
    CHECK(is_pattern(text));
  }
  for (const char* text : {"a", "a/b", "/a[b]", "/a[]", "/a[=b]", "/a[b=c]d]", "[b]/a", "x[b=c]"}) {
    CAPTURE(text);
    CHECK_FALSE(is_pattern(text));
  }
  CHECK(select(sample.reading.documents[0], "/a[b").size() == 1);
  CHECK(select(sample.reading.documents[0], "/a[b]").empty());
}

TEST_CASE("walking visits parents first and its pointers lead back") {
  const Sample sample = read_json_sample(R"({"a": [1, {"b/c": null}]})");
  const Node& root = sample.reading.documents[0];
  std::string seen;
  std::string pointer;
  walk(root, pointer, [&](const std::string& where, const Node& node) {
    seen += where + ' ';
    CHECK(at(root, where) == &node);
  });
  CHECK(seen == " /a /a/0 /a/1 /a/1/b~1c ");
}
