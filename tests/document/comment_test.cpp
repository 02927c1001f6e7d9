// SPDX-License-Identifier: MIT
#include "document/comment.hpp"

#include "document/sample.hpp"

#include <catch2/catch.hpp>

using namespace reckon::document;
using Lines = std::vector<std::string>;

namespace {

/// The passages of a text, which are what its comments say.
Lines said(std::string text, std::string name) {
  Lines out;
  const Sample sample = read_sample(std::move(text), std::move(name));
  CHECK(spans_are_sound(sample));
  for (const Passage* passage : sample.all<Passage>()) out.emplace_back(passage->text.view());
  return out;
}

}  // namespace

TEST_CASE("the last word of a key names its unit") {
  CHECK(unit_of_key("retention.ms") == "ms");
  CHECK(unit_of_key("segment.bytes") == "bytes");
  CHECK(unit_of_key("periodSeconds") == "s");
  CHECK(unit_of_key("TTL_SECONDS") == "s");
  CHECK(unit_of_key("maxHeapMB") == "MB");
  CHECK(unit_of_key("timeoutMs") == "ms");
  CHECK(unit_of_key("ms") == "ms");
  CHECK(unit_of_key("items").empty());
  CHECK(unit_of_key("replicas").empty());
  CHECK(unit_of_key("").empty());
}

TEST_CASE("a comment that repeats its value becomes an equation") {
  CHECK(said("retention.ms: 604800000  # 7 days\n", "a.yaml") == Lines{"604800000 ms = 7 days"});
  CHECK(said("segment.bytes: \"1073741824\" # 1 GB segments\n", "a.yaml") ==
        Lines{"1073741824 bytes = 1 GB"});
  CHECK(said("a: {ms: 5} # = 5 ms\n", "a.yaml") == Lines{"5 ms = 5 ms"});
  CHECK(said("{\"a_ms\": 5, // ~5 ms\n \"b\": 1}", "a.json") == Lines{"5 ms = ~5 ms"});
  CHECK(said("retention.ms=604800000   # i.e. 7 days\n", "a.properties") == Lines{"604800000 ms = 7 days"});
  CHECK(said("server { read_timeout 30s;  # half a minute, 30 s\n fail 5s; # 5000 ms\n}", "a.conf") ==
        Lines{"half a minute, 30 s", "5s = 5000 ms"});
  CHECK(said("db.a.createIndex({}, {expireAfterSeconds: 60 * 60 * 24}); // 1 day\n", "a.js") ==
        Lines{"86400 s = 1 day"});
  CHECK(said("resource \"a\" \"b\" {\n  timeout_seconds = 30 # 30 s\n}\n", "a.tf") == Lines{"30 s = 30 s"});
}

TEST_CASE("a comment about something else stays a line") {
  CHECK(said("replicas: 3 # 5 GB\n", "a.yaml") == Lines{"5 GB"});
  CHECK(said("a.ms: 5 # 5 MB\n", "a.yaml") == Lines{"5 MB"});
  CHECK(said("periodSeconds: 10 # 30 s in total\n", "a.yaml") == Lines{"30 s in total"});
  CHECK(said("periodSeconds: 10 # 10 s x 3 = 30 s\n", "a.yaml") == Lines{"10 s x 3 = 30 s"});
  CHECK(said("periodSeconds: 10 # < 30 s\n", "a.yaml") == Lines{"< 30 s"});
  CHECK(said("a.ms: 5\n# 7 days\n", "a.yaml") == Lines{"7 days"});
}

TEST_CASE("comments without numbers and settings switched off say nothing") {
  CHECK(said("a: 5 # default\n# replicas: 5\n# - b=7\n", "a.yaml").empty());
}

TEST_CASE("a comment that switches something off states nothing") {
  CHECK(said("a: 5\n# replicas: 0 while it moves\n# limit = -1, later\n", "a.yaml").empty());
  CHECK(said("a: 5\n# replicas: 20 for the peak\n# load: 0.5 a core\n", "a.yaml") ==
        Lines{"replicas: 20 for the peak", "load: 0.5 a core"});
}

TEST_CASE("what only looks like a comment is none") {
  CHECK(said("a: \"x # 5\"\nb: y#6\nc: |\n  # 7\n\"# 8\": 9\n", "a.yaml").empty());
  CHECK(said(R"({"url": "http://a // 5"})", "a.json").empty());
}

TEST_CASE("an equation from a comment leads back to the value and to the comment") {
  const Sample sample = read_sample("- x\n\n  ```yaml\n  a.ms: 5000  # 5 s\n  ```\n");
  const auto passages = sample.all<Passage>();
  REQUIRE(passages.size() == 2);
  const Text& text = passages[1]->text;
  CHECK(text.view() == "5000 ms = 5 s");
  CHECK(sample.source(text.span(0, 4)) == "5000");
  CHECK(sample.source(text.span(10, 13)) == "5 s");
}
