// SPDX-License-Identifier: MIT
// Answers that are not what was asked for: each gets a clear message at its place and the right exit code.
#include "sample.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace reckon::cli {
namespace {

using test::call;
using test::contains;
using test::Outcome;
using Json = nlohmann::json;

constexpr const char* answer =
    R"({"scalingApproach": ["pods"], "capacityPlanning": {"cpuCoresRequired": 2000, "memoryGBRequired": 4000,)"
    R"( "networkBandwidthGbps": 100}, "faultTolerance": ["zones"], "monitoringSetup": ["metrics"]})";

struct ResponseCase {
  const char* what;
  std::string input;
  std::string name;
  ExitCode code;
  std::string says;
};

TEST_CASE("an answer that is not what was asked for is told so, at its place") {
  const std::string good = answer;
  const ResponseCase cases[] = {
      {"the answer alone", good, "a.json", ExitCode::clean, "sizing.plausible"},
      {"prose around the JSON", "Sure!\n\n" + good + "\n\nHope this helps.\n", "a.md", ExitCode::clean,
       "a.md:3:"},
      {"the answer of another prompt",
       R"({"loadBalancers": ["dns"], "routingPolicies": [], "scalingModel": []})", "a.json", ExitCode::clean,
       "response.of-another-prompt"},
      {"an empty answer", "", "a.md", ExitCode::clean, "nothing to check"},
      {"two JSON objects", good + "\n{\"more\": 1}\n", "a.json", ExitCode::unreadable,
       "text stands after the end"},
      {"an answer that breaks off", good.substr(0, good.size() / 2), "a.json", ExitCode::unreadable,
       "breaks off"},
      {"a missing key", R"({"scalingApproach": [], "faultTolerance": [], "monitoringSetup": []})", "a.json",
       ExitCode::clean, "the key 'capacityPlanning' is missing"},
      {"an unknown key", good.substr(0, good.size() - 1) + R"(, "monitoringSetups": []})", "a.json",
       ExitCode::clean, "did you mean 'monitoringSetup'?"},
      {"a list for a text",
       R"({"scalingApproach": "pods", "capacityPlanning": {"cpuCoresRequired": 2000)"
       R"(, "memoryGBRequired": 4000, "networkBandwidthGbps": 100}, "faultTolerance": [],)"
       R"( "monitoringSetup": []})",
       "a.json", ExitCode::clean, "asks for array here, not for string"},
      {"a number that is none", R"({"capacityPlanning": {"cpuCoresRequired": "many"}})", "a.json",
       ExitCode::clean, "'many' is no quantity"},
  };
  for (const ResponseCase& c : cases) {
    const Outcome outcome =
        call({"check", "--prompt", "payment-gateway", "--stdin-name", c.name, "-"}, c.input);
    INFO(c.what << '\n' << outcome.out << outcome.err);
    CHECK(outcome.code == c.code);
    CHECK(contains(outcome.out + outcome.err, c.says));
  }
  CHECK(call({"check", "--prompt", "payment-gatewy", "-"}, answer).code == ExitCode::usage);
}

TEST_CASE("every prompt is a request that OpenAI and Anthropic accept as JSON") {
  const char* const ids[] = {"ecommerce-platform",   "collaborative-editor", "message-partitioning",
                             "saas-rest-api",        "social-graphql",       "hybrid-api-gateway",
                             "subscription-billing", "transaction-query",    "geo-social-documents",
                             "payment-gateway",      "analytics-tuning",     "video-streaming"};
  for (const char* id : ids) {
    INFO(id);
    const Json openai = Json::parse(call({"prompt", id, "--format", "openai"}).out);
    CHECK(openai["response_format"]["json_schema"]["strict"] == true);
    const Json& schema = openai["response_format"]["json_schema"]["schema"];
    CHECK(schema["additionalProperties"] == false);
    CHECK(schema["required"].size() == schema["properties"].size());
    const Json anthropic = Json::parse(call({"prompt", id, "--format", "anthropic"}).out);
    CHECK(anthropic["tools"][0]["input_schema"] == schema);
  }
}

constexpr const char* bakery_model = R"(model: bakery
title: Bakery
about: Written by a test.
inputs:
  loaves: {unit: item, names: [loaves]}
outputs:
  flour: {unit: KB, is: loaves * 500 B/item, kind: need, names: [flour]}
)";

constexpr const char* bakery_prompt = R"(prompt: bakery
title: Flour of a bakery
section: performance
domains: [performance]
model: bakery
variables:
  loavesADay:
    unit: item
    default: 8 items
    feeds: loaves
    ask: How many loaves are baked in a day?
system: |
  You plan the flour of a bakery.
user: |
  Plan for {{loavesADay}}.

  {{facts}}
schema:
  type: object
  properties:
    flourKB: {type: number, description: Flour in kilobytes.}
  required: [flourKB]
  additionalProperties: false
reads:
  - {at: /flourKB, is: flour, unit: KB}
rules: []
feedback:
  rounds: 1
  reveal: formula
  text: |
    {{count}} figures do not follow. {{findings}}
examples: []
)";

TEST_CASE("a thirteenth prompt and its model are a folder and a file") {
  const test::Folder folder;
  (void)folder.write("models/bakery.yaml", bakery_model);
  (void)folder.write("prompts/bakery/prompt.yaml", bakery_prompt);
  const std::string wrong_file = folder.write("wrong.json", "{\"flourKB\": 400}");
  const Outcome listed = test::call_with(folder.path(), {"prompts"});
  INFO(listed.out << listed.err);
  REQUIRE(listed.code == ExitCode::clean);
  CHECK(contains(listed.out, "bakery"));
  const Outcome checked =
      test::call_with(folder.path(), {"check", wrong_file, "--set", "loavesADay=8 items"});
  INFO(checked.out << checked.err);
  CHECK(checked.code == ExitCode::findings);
  CHECK(contains(checked.out, "400 KB stated, 4 KB needed"));
}

}  // namespace
}  // namespace reckon::cli
