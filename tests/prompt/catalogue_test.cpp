// SPDX-License-Identifier: MIT
// What every prompt of the catalogue must keep: it loads, fits its model, renders with its defaults, and its
// schema is one that every provider of language models takes.
#include "sample.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace reckon::prompt {
namespace {

using Json = nlohmann::ordered_json;
using test::catalogue;

constexpr std::array<std::string_view, 8> portable_keys{
    "type", "properties", "required", "additionalProperties", "items", "enum", "description", "anyOf"};
constexpr std::array<std::string_view, 6> portable_types{"object", "array",   "string",
                                                         "number", "integer", "boolean"};
constexpr int deepest = 6;

template <class Table>
bool is_in(const Table& table, std::string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

/// What is not portable about a schema, one line each.
void complain(const Json& schema, const std::string& at, int depth, std::string& out) {
  if (!schema.is_object()) {
    out += at + ": is no schema\n";
    return;
  }
  if (depth > deepest) out += at + ": lies too deep\n";
  for (const auto& [key, value] : schema.items()) {
    if (!is_in(portable_keys, key)) out += fmt::format("{}: key '{}'\n", at, key);
  }
  const bool is_choice = schema.contains("anyOf");
  const Json type_text = schema.value("type", Json(""));
  const std::string type = type_text.is_string() ? type_text.get<std::string>() : type_text.dump();
  if (!is_choice && !is_in(portable_types, type)) out += fmt::format("{}: type '{}'\n", at, type);
  if (type == "object") {
    if (schema.value("additionalProperties", Json(true)) != false) out += at + ": takes further properties\n";
    std::vector<std::string> names;
    const Json properties = schema.value("properties", Json::object());
    for (const auto& [name, inner] : properties.items()) {
      names.push_back(name);
      complain(inner, at + '/' + name, depth + 1, out);
    }
    if (names.empty()) out += at + ": has no property\n";
    auto required = schema.value("required", std::vector<std::string>{});
    std::sort(names.begin(), names.end());
    std::sort(required.begin(), required.end());
    if (names != required) out += at + ": does not require every property\n";
  }
  if (type == "array") complain(schema.value("items", Json()), at + "/*", depth + 1, out);
  if (!is_choice) return;
  for (const Json& choice : schema["anyOf"]) complain(choice, at + "|", depth, out);
}

std::string complaints(const Json& schema) {
  std::string out;
  complain(schema, "", 1, out);
  return out;
}

}  // namespace

TEST_CASE("every prompt of the catalogue loads and fits its model") {
  auto& shelf = catalogue();
  CHECK(shelf.prompts.ids().size() >= 9);
  for (const std::string& id : shelf.prompts.ids()) {
    INFO(id);
    const Prompt* prompt = shelf.prompts.find(id);
    REQUIRE(prompt != nullptr);
    const model::Model* model = shelf.models.find(prompt->model);
    REQUIRE(model != nullptr);
    std::vector<base::Diagnostic> problems;
    validate(*prompt, *model, problems);
    std::string told;
    for (const base::Diagnostic& problem : problems) told += base::render(problem, shelf.sources);
    INFO(told);
    CHECK(problems.empty());
  }
  CHECK(shelf.prompts.problems().empty());
}

TEST_CASE("every prompt says what it is for, and what to ask for each variable") {
  for (const std::string& id : catalogue().prompts.ids()) {
    INFO(id);
    const Prompt& prompt = test::prompt_named(id);
    CHECK_FALSE(prompt.title.empty());
    CHECK_FALSE(prompt.domains.empty());
    CHECK_FALSE(prompt.variables.empty());
    CHECK_FALSE(prompt.examples.empty());
    CHECK(prompt.feedback.text.find("{{findings}}") != std::string::npos);
    for (const Variable& variable : prompt.variables) {
      INFO(variable.name);
      CHECK_FALSE(variable.ask.empty());
    }
  }
}

TEST_CASE("every prompt renders with its defaults and shows each of them") {
  for (const std::string& id : catalogue().prompts.ids()) {
    INFO(id);
    const Prompt& prompt = test::prompt_named(id);
    const auto rendered = render(prompt, test::settings_of(prompt));
    REQUIRE(rendered.has_value());
    for (const Variable& variable : prompt.variables) {
      INFO(variable.name);
      CHECK_FALSE(variable.fallback.empty());
      CHECK(rendered->user.find(fmt::format("- {}: {}", variable.name, variable.fallback)) !=
            std::string::npos);
    }
    CHECK(rendered->system.find("{{") == std::string::npos);
    CHECK(rendered->user.find("{{") == std::string::npos);
  }
}

TEST_CASE("every default feeds every input that its variable feeds") {
  for (const std::string& id : catalogue().prompts.ids()) {
    const Prompt& prompt = test::prompt_named(id);
    const model::Model& model = *catalogue().models.find(prompt.model);
    for (const Setting& setting : test::settings_of(prompt)) {
      for (const Variable::Feed& way : setting.variable->feeds) {
        INFO(id << ": " << setting.variable->name << " feeds " << way.input);
        const auto slot = model::find_slot(model, way.input);
        REQUIRE(slot.has_value());
        CHECK(model.slot(*slot).kind == model::SlotKind::input);
        const auto stated = feed(setting, way, model.slot(*slot).unit);
        REQUIRE(stated.has_value());
        CHECK(stated->dimension == model.slot(*slot).unit.dimension);
      }
    }
  }
}

TEST_CASE("every schema keeps to the portable subset of JSON Schema") {
  for (const std::string& id : catalogue().prompts.ids()) {
    INFO(id);
    CHECK(complaints(Json::parse(schema_json(test::prompt_named(id), -1))) == "");
  }
}

TEST_CASE("what is not portable in a schema is noticed") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {R"({"type": "string"})", ""},
      {R"({"type": "string", "minLength": 3})", ": key 'minLength'\n"},
      {R"({"type": "object", "properties": {"a": {"type": "number"}}, "required": ["a"]})",
       ": takes further properties\n"},
      {R"({"type": "object", "properties": {"a": {"type": "number"}}, "required": [], "additionalProperties": false})",
       ": does not require every property\n"},
      {R"({"type": ["string"]})", ": type '[\"string\"]'\n"},
      {R"({"type": "array"})", "/*: is no schema\n"},
      {R"({"anyOf": [{"type": "string"}, {"type": "text"}]})", "|: type 'text'\n"},
  };
  for (const auto& [schema, expected] : cases) {
    INFO(schema);
    CHECK(complaints(Json::parse(schema)) == expected);
  }
}

}  // namespace reckon::prompt
