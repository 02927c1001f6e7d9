// SPDX-License-Identifier: MIT
// Placeholders, and the four shapes in which a prompt is handed out.
#include "sample.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace reckon::prompt {
namespace {

using Json = nlohmann::ordered_json;

Prompt two_variables(const std::string& user) {
  Prompt prompt;
  prompt.id = "two-things";
  prompt.title = "Two things";
  for (const char* name : {"first", "second"}) {
    Variable variable;
    variable.name = name;
    variable.text_limit = 100;
    variable.fallback = std::string(name) + " {{value}}";
    prompt.variables.push_back(variable);
  }
  prompt.system = "You say {{first}}.\n";
  prompt.user = user;
  return prompt;
}

base::Result<Rendered> rendered(const std::string& user) {
  const Prompt prompt = two_variables(user);
  return render(prompt, test::settings_of(prompt));
}

std::string printed(const Prompt& prompt, std::string_view format) {
  const auto text = render(prompt, test::settings_of(prompt));
  REQUIRE(text.has_value());
  for (const Format& row : format_table()) {
    if (row.name == format) return row.print(prompt, *text);
  }
  FAIL("no format " << format);
  return {};
}

Json json(const Prompt& prompt, std::string_view format) {
  const Json out = Json::parse(printed(prompt, format), nullptr, false);
  REQUIRE_FALSE(out.is_discarded());
  return out;
}

}  // namespace

TEST_CASE("placeholders are filled once, and what fills them is not read again") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"plain", "plain"},
      {"{{first}}", "first {{value}}"},
      {"{{first}}{{second}}", "first {{value}}second {{value}}"},
      {"a {{second}} z", "a second {{value}} z"},
      {"{{facts}}", "- first: first {{value}}\n- second: second {{value}}"},
      {"{{{{first}}", "{{first}}"},
      {"{{{{", "{{"},
      {"{{{{{{first}}", "{{first {{value}}"},
      {"{single} }} }", "{single} }} }"},
      {"ends\n\n\n", "ends"},
      {"", ""},
  };
  for (const auto& [user, expected] : cases) {
    INFO(user);
    const auto out = rendered(user);
    REQUIRE(out.has_value());
    CHECK(out->user == expected);
    CHECK(out->system == "You say first {{value}}.");
  }
}

TEST_CASE("a placeholder that is no variable is a problem") {
  for (const char* user :
       {"{{third}}", "{{}}", "{{First}}", "{{ first }}", "{{first", "{{", "text {{first} }"}) {
    INFO(user);
    const auto out = rendered(user);
    REQUIRE_FALSE(out.has_value());
    CHECK(out.error().code == "prompt.unknown-placeholder");
    CHECK(out.error().message.find("two-things") != std::string::npos);
  }
}

TEST_CASE("a placeholder of the system turn is held to the same") {
  Prompt prompt = two_variables("plain");
  prompt.system = "{{third}}";
  CHECK_FALSE(render(prompt, test::settings_of(prompt)).has_value());
}

TEST_CASE("the value that the user sets is what is sent") {
  const Prompt& prompt = test::prompt_named("payment-gateway");
  const auto out = render(prompt, test::settings_of(prompt, {{"peakTPS", "24,000 TPS"}}));
  REQUIRE(out.has_value());
  CHECK(out->user.find("- peakTPS: 24,000 TPS\n") != std::string::npos);
  CHECK(out->user.find("100,000") == std::string::npos);
  CHECK(out->user.find("- latencySLA: < 50 ms end-to-end latency\n") != std::string::npos);
}

TEST_CASE("there are four formats") {
  std::vector<std::string> names;
  for (const Format& row : format_table()) {
    names.emplace_back(row.name);
    CHECK_FALSE(row.about.empty());
  }
  CHECK(names == std::vector<std::string>{"text", "messages", "openai", "anthropic"});
}

TEST_CASE("every prompt prints in every format, twice the same") {
  for (const std::string& id : test::catalogue().prompts.ids()) {
    const Prompt& prompt = test::prompt_named(id);
    for (const Format& row : format_table()) {
      INFO(id << " as " << row.name);
      const std::string text = printed(prompt, row.name);
      CHECK(text == printed(prompt, row.name));
      CHECK(text.back() == '\n');
      CHECK(text.find("{{") == std::string::npos);
    }
  }
}

TEST_CASE("as text, both turns and the schema follow each other") {
  const Prompt& prompt = test::prompt_named("payment-gateway");
  const std::string text = printed(prompt, "text");
  const std::size_t system = text.find("You plan the capacity of payment systems.");
  const std::size_t user = text.find("Write a scaling and capacity plan");
  const std::size_t schema = text.find("```json\n" + schema_json(prompt, 2) + "\n```\n");
  CHECK(system == 0);
  CHECK(system < user);
  CHECK(user < schema);
  CHECK(schema != std::string::npos);
}

TEST_CASE("as messages, the system turn comes first and the user turn carries the schema") {
  for (const std::string& id : test::catalogue().prompts.ids()) {
    INFO(id);
    const Prompt& prompt = test::prompt_named(id);
    const Json messages = json(prompt, "messages");
    REQUIRE(messages.is_array());
    REQUIRE(messages.size() == 2);
    CHECK(messages[0]["role"] == "system");
    CHECK(messages[1]["role"] == "user");
    const auto content = messages[1]["content"].get<std::string>();
    CHECK(content.find(schema_json(prompt, 2)) != std::string::npos);
  }
}

TEST_CASE("for OpenAI, the schema is a strict response format") {
  for (const std::string& id : test::catalogue().prompts.ids()) {
    INFO(id);
    const Prompt& prompt = test::prompt_named(id);
    const Json request = json(prompt, "openai");
    REQUIRE(request["messages"].is_array());
    REQUIRE(request["messages"].size() == 2);
    CHECK(request["messages"][0]["role"] == "system");
    const Json& format = request["response_format"];
    CHECK(format["type"] == "json_schema");
    CHECK(format["json_schema"]["strict"] == true);
    CHECK(format["json_schema"]["schema"] == Json::parse(schema_json(prompt, -1)));
    const auto name = format["json_schema"]["name"].get<std::string>();
    CHECK(name.size() <= 64);
    CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos);
  }
}

TEST_CASE("for Anthropic, the schema is a tool that must be used") {
  for (const std::string& id : test::catalogue().prompts.ids()) {
    INFO(id);
    const Prompt& prompt = test::prompt_named(id);
    const Json request = json(prompt, "anthropic");
    CHECK(request["system"].is_string());
    REQUIRE(request["messages"].is_array());
    REQUIRE(request["messages"].size() == 1);
    CHECK(request["messages"][0]["role"] == "user");
    REQUIRE(request["tools"].is_array());
    REQUIRE(request["tools"].size() == 1);
    CHECK(request["tools"][0]["input_schema"] == Json::parse(schema_json(prompt, -1)));
    CHECK(request["tool_choice"]["type"] == "tool");
    CHECK(request["tool_choice"]["name"] == request["tools"][0]["name"]);
  }
}

TEST_CASE("a schema keeps its author's order and its kinds") {
  const test::Loaded loaded(
      "prompt: trial\nschema: {zebra: 1, ant: [true, false, null], text: \"1\", half: 0.5, yes: no, empty: "
      "{}}\n");
  CHECK(schema_json(loaded.prompt, -1) ==
        R"({"zebra":1,"ant":[true,false,null],"text":"1","half":0.5,"yes":"no","empty":{}})");
}

}  // namespace reckon::prompt
