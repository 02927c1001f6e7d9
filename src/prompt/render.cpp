// SPDX-License-Identifier: MIT
#include "prompt/render.hpp"

#include "base/unicode.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace reckon::prompt {
namespace {

using Json = nlohmann::ordered_json;

std::string facts(const std::vector<Setting>& settings) {
  std::string out;
  for (const Setting& setting : settings)
    out += fmt::format("- {}: {}\n", setting.variable->name, setting.text);
  if (!out.empty()) out.pop_back();
  return out;
}

/// `{{name}}` replaced, `{{{{` written as two braces.
base::Result<std::string> fill(const Prompt& prompt, std::string_view text,
                               const std::vector<Setting>& settings) {
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = text.find("{{", at);
    out += text.substr(at, open - at);
    if (open == std::string_view::npos) break;
    if (text.substr(open, 4) == "{{{{") {
      out += "{{";
      at = open + 4;
      continue;
    }
    const std::size_t close = text.find("}}", open);
    const std::string_view name =
        text.substr(open + 2, close == std::string_view::npos ? 0 : close - open - 2);
    const auto setting = std::find_if(settings.begin(), settings.end(),
                                      [&](const Setting& s) { return s.variable->name == name; });
    if (name == "facts") {
      out += facts(settings);
    } else if (setting != settings.end()) {
      out += setting->text;
    } else {
      return base::Failure(base::problem("prompt.unknown-placeholder",
                                         fmt::format("prompt '{}' has no variable '{}'", prompt.id, name),
                                         {prompt.source, 0, 0}));
    }
    at = close + 2;
  }
  return out;
}

Json to_json(const tree::Node& node) {
  switch (node.kind) {
    case tree::Kind::null:
      return nullptr;
    case tree::Kind::boolean:
      return node.text == "true";
    case tree::Kind::number: {
      Json number = Json::parse(node.text, nullptr, false);
      return number.is_discarded() ? Json(node.text) : number;
    }
    case tree::Kind::string:
      return node.text;
    case tree::Kind::sequence: {
      Json out = Json::array();
      for (const tree::Node& item : node.items) out.push_back(to_json(item));
      return out;
    }
    case tree::Kind::mapping: {
      Json out = Json::object();
      for (const tree::Member& member : node.members) out[member.key] = to_json(member.value);
      return out;
    }
  }
  return nullptr;
}

std::string schema_name(const Prompt& prompt) {
  std::string name = prompt.id;
  for (char& c : name) {
    if (c == '-') c = '_';
  }
  return name;
}

std::string print_text(const Prompt& prompt, const Rendered& rendered) {
  return fmt::format(
      "{}\n\n{}\n\nAnswer with one JSON object that follows this JSON Schema:\n\n```json\n{}\n```\n",
      rendered.system, rendered.user, schema_json(prompt, 2));
}

std::string print_messages(const Prompt& prompt, const Rendered& rendered) {
  Json messages = Json::array();
  messages.push_back({{"role", "system"}, {"content", rendered.system}});
  messages.push_back(
      {{"role", "user"},
       {"content", fmt::format("{}\n\nAnswer with one JSON object that follows this JSON Schema:\n\n{}",
                               rendered.user, schema_json(prompt, 2))}});
  return base::escaped_json(messages.dump(2)) + '\n';
}

std::string print_openai(const Prompt& prompt, const Rendered& rendered) {
  Json request;
  request["messages"] = {{{"role", "system"}, {"content", rendered.system}},
                         {{"role", "user"}, {"content", rendered.user}}};
  request["response_format"] = {
      {"type", "json_schema"},
      {"json_schema", {{"name", schema_name(prompt)}, {"strict", true}, {"schema", to_json(prompt.schema)}}}};
  return base::escaped_json(request.dump(2)) + '\n';
}

std::string print_anthropic(const Prompt& prompt, const Rendered& rendered) {
  Json request;
  request["system"] = rendered.system;
  request["messages"] = {{{"role", "user"}, {"content", rendered.user}}};
  request["tools"] = {{{"name", schema_name(prompt)},
                       {"description", prompt.title},
                       {"input_schema", to_json(prompt.schema)}}};
  request["tool_choice"] = {{"type", "tool"}, {"name", schema_name(prompt)}};
  return base::escaped_json(request.dump(2)) + '\n';
}

constexpr Format formats[] = {
    {"text", "both turns and the schema as one text, for pasting", print_text},
    {"messages", "a JSON array of role and content", print_messages},
    {"openai", "request fragment with a strict response_format", print_openai},
    {"anthropic", "request fragment with the schema as a forced tool", print_anthropic},
};

}  // namespace

base::Result<Rendered> render(const Prompt& prompt, const std::vector<Setting>& settings) {
  auto system = fill(prompt, prompt.system, settings);
  if (!system) return base::Failure(system.error());
  auto user = fill(prompt, prompt.user, settings);
  if (!user) return base::Failure(user.error());
  const auto trimmed = [](std::string text) {
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
  };
  return Rendered{trimmed(std::move(*system)), trimmed(std::move(*user))};
}

std::span<const Format> format_table() {
  return formats;
}

std::string schema_json(const Prompt& prompt, int indent) {
  return to_json(prompt.schema).dump(indent);
}

}  // namespace reckon::prompt
