// SPDX-License-Identifier: MIT
// Code and bullets as they are pasted from a web page, without the marks of Markdown.
#include "document/sample.hpp"

#include <catch2/catch.hpp>

using namespace reckon::document;
using Lines = std::vector<std::string>;

TEST_CASE("a manifest without a fence is one, with its blank lines and comments") {
  const Sample sample = read_sample(
      "The workers run so.\n\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: worker\nspec:\n"
      "  replicas: 7   # two spare\n\n  template:\n    spec:\n      containers:\n      - name: worker\n---\n"
      "apiVersion: v1\nkind: Service\nmetadata:\n  name: worker\n\nNote: the rest is as before.\n");
  CHECK(sample.at(0, "/spec/replicas") == "7");
  CHECK(sample.at(1, "/kind") == "Service");
  CHECK(sample.outline().front() == "paragraph The workers run so.");
  CHECK(sample.outline().back() == "paragraph Note: the rest is as before.");
}

TEST_CASE("statements, blocks of brackets and commands without a fence") {
  for (const char* code :
       {"CREATE TABLE rides (\n  id BIGINT PRIMARY KEY,\n\n  fare NUMERIC(10,2)\n);",
        "resource \"aws_instance\" \"edge\" {\n  count = 12\n\n  instance_type = \"m6i.large\"\n}",
        "server {\n  listen 443;\n\n  proxy_read_timeout 30s;\n}",
        "kafka-topics.sh --create --topic rides \\\n  --partitions 48"}) {
    INFO(code);
    const Sample sample = read_sample("Before.\n\n" + std::string(code) + "\n\nBehind.\n");
    CHECK(sample.all<Artefact>().size() == 1);
    CHECK(sample.outline().front() == "paragraph Before.");
    CHECK(sample.outline().back() == "paragraph Behind.");
  }
}

TEST_CASE("prose that speaks of code stays prose") {
  for (const char* text :
       {"apiVersion and kind come first in every manifest.", "run it with --verbose to see 12 lines",
        "resource limits are 4 cores", "server (with 8 cores) and client", "Create table scans take 30 s."}) {
    INFO(text);
    CHECK(read_sample(text).outline() == Lines{"paragraph " + std::string(text)});
  }
}

TEST_CASE("bullets of web pages are items") {
  const Sample sample = read_sample(
      "Load:\n\xe2\x80\xa2 12 pods\n  \xe2\x97\xa6 4 cores each\n\xe2\x80\xa2 3 regions\n\n5 \xe2\x80\xa2 "
      "6\n");
  CHECK(sample.outline() == Lines{"paragraph Load:", "item1 12 pods", "item2 4 cores each", "item1 3 regions",
                                  "paragraph 5 \xe2\x80\xa2 6"});
  CHECK(sample.source(sample.all<Passage>()[1]->text.span()) == "12 pods");
}
