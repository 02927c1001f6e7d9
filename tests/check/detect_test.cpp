// SPDX-License-Identifier: MIT
// Which prompt a response answers.
#include "check/detect.hpp"

#include "document/read.hpp"

#include <catch2/catch.hpp>

namespace reckon::check {
namespace {

/// The id of the prompt that a text answers; "" for none.
std::string detected(const std::string& text, const std::vector<tree::CatalogueFile>& extra = {}) {
  base::Sources sources;
  prompt::Library prompts(sources, extra);
  const base::SourceId source = sources.add("answer.json", text);
  const document::Document document = document::read(sources, source);
  const prompt::Prompt* found = detect_prompt(prompts, document);
  return found == nullptr ? "" : found->id;
}

TEST_CASE("the keys of an answer tell its prompt") {
  CHECK(detected(R"({"collections": ["posts"], "indexes": ["by place"]})") == "geo-social-documents");
  CHECK(detected(R"({"collections": ["posts"], "indexes": ["by place"], "peak load": 3})") ==
        "geo-social-documents");
  CHECK(detected(R"({"collections": ["posts"]})").empty());
  CHECK(detected(R"({"colour": 3, "shape": 4})").empty());
}

TEST_CASE("a catalogue of one's own may write its schema as it likes") {
  const std::string prompt = R"(prompt: harvest
title: A harvest
section: farms
domains: [farms]
model: any-design
variables: {}
system: You plan a harvest.
user: How many?
schema: {type: object, properties: {"rows":{type: number}, 'acres': {type: number}, crop: {type: string}}}
)";
  const std::vector<tree::CatalogueFile> extra{{"prompts/harvest/prompt.yaml", prompt}};
  for (const char* keys : {R"({"rows": 3, "acres": 4})", R"({"acres": 3, "crop": "rye"})"}) {
    INFO(keys);
    CHECK(detected(keys, extra) == "harvest");
  }
}

}  // namespace
}  // namespace reckon::check
