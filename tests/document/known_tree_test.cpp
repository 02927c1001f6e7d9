// SPDX-License-Identifier: MIT
#include "document/sample.hpp"

#include <catch2/catch.hpp>

using namespace reckon::document;
using Lines = std::vector<std::string>;

namespace {
Lines outline(std::string json) {
  return read_sample(std::move(json), "a.json").outline();
}
}  // namespace

TEST_CASE("an ingestion spec of Druid is known by its schema or by its task type") {
  CHECK(outline(R"({"type": "index_parallel", "spec": {"tuningConfig": {"maxRowsPerSegment": 5000000}}})") ==
        Lines{"druid index_parallel"});
  CHECK(outline(R"({"spec": {"dataSchema": {}}})") == Lines{"druid"});
  CHECK(outline(R"({"type": "kafka", "ioConfig": {}})") == Lines{"druid kafka"});
  CHECK(outline(R"({"type": "kafka", "brokers": 3})") == Lines{"response"});
  const Sample sample =
      read_sample("```json\n{\"type\": \"kafka\", \"spec\": {\"dataSchema\": {\"n\": 5}}}\n```\n");
  CHECK(sample.at(0, "/spec/dataSchema/n") == "5");
}

TEST_CASE("an OpenAPI document is known in YAML and in JSON") {
  CHECK(outline(R"({"openapi": "3.0.3", "paths": {}})") == Lines{"openapi"});
  const Sample sample = read_sample("```yaml\nopenapi: 3.0.3\npaths:\n  /a: {get: {}}\n```\n");
  CHECK(sample.outline() == Lines{"openapi"});
  CHECK(sample.at(0, "/openapi") == "3.0.3");
  CHECK(outline(R"({"openapi": {}})") == Lines{"response"});
}
