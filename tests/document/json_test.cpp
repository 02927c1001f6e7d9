// SPDX-License-Identifier: MIT
#include "document/sample.hpp"

#include <catch2/catch.hpp>

using namespace reckon::document;
using Lines = std::vector<std::string>;

TEST_CASE("a JSON file is one response with exact places") {
  const Sample sample =
      read_sample("\xef\xbb\xbf{\r\n  \"capacity\": {\"cores\": 2000}\r\n}\r\n", "answer.json");
  CHECK(sample.outline() == Lines{"response"});
  CHECK(sample.at(0, "/capacity/cores") == "2000");
  CHECK(sample.problems().empty());
}

TEST_CASE("a JSON document that is a manifest is a manifest") {
  const Sample sample =
      read_sample(R"({"apiVersion": "apps/v1", "kind": "Deployment", "spec": {"replicas": 3}})", "a.json");
  CHECK(sample.outline() == Lines{"manifest Deployment"});
}

TEST_CASE("a Kubernetes list is one manifest for each of its items") {
  const Sample sample = read_sample(
      R"({"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "Pod"}, {"apiVersion": "v1", "kind": "Service"}]})",
      "a.json");
  CHECK(sample.outline() == Lines{"manifest Pod", "manifest Service"});
}

TEST_CASE("problems of a JSON file are errors") {
  const auto problems = [](const char* text) { return read_sample(text, "a.json").problems(); };
  CHECK(problems("{\"a\": 1,}") == "error:document.irregular-json@1:8");
  CHECK(problems("{\"a\": 1, \"a\": 2}") == "error:document.duplicate-key@1:11");
  CHECK(problems("{\"a\": [1, ") == "error:document.unreadable-json@1:9");
  CHECK(problems("") == "error:document.unreadable-json@1:1");
}

TEST_CASE("JSON without a file name is known by its content") {
  CHECK(read_sample("  {\"a\": 1}", "<stdin>").outline() == Lines{"response"});
  CHECK(read_sample("[{\"a\": 1}]", "x.txt").outline() == Lines{"response"});
  CHECK(read_sample("[link](x)", "x.txt").outline() == Lines{"paragraph link"});
  CHECK(read_sample("{curly} text", "x.txt").outline() == Lines{"paragraph {curly} text"});
}

TEST_CASE("JSON for an editor may have comments") {
  const std::string text = "{\n  // how many\n  \"a\": 1, /* of them */\n  \"b\": [2,],\n}";
  CHECK(read_sample(text, "a.jsonc").problems().empty());
  CHECK(read_sample(text, "a.jsonc").at(0, "/b/0") == "2");
  CHECK(read_sample("```jsonc\n" + text + "\n```\n").problems().empty());
  CHECK_FALSE(read_sample(text, "a.json").problems().empty());
  CHECK_FALSE(read_sample("{\"a\": ", "a.jsonc").problems().empty());
}

TEST_CASE("a request of a console has its value below it") {
  const Sample sample = read_sample(
      "```json\nPUT _ilm/policy/logs\n{\"policy\": {\"max_age\": \"7d\"}}\n\nGET _cat/indices\n\nPOST "
      "a/_doc\n{\"n\": 5}\n```\n");
  CHECK(sample.problems().empty());
  CHECK(sample.outline() ==
        Lines{"code PUT _ilm/policy/logs", "yaml", "code GET _cat/indices", "code POST a/_doc", "yaml"});
  CHECK(sample.at(0, "/policy/max_age") == "\"7d\"");
}
