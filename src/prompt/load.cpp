// SPDX-License-Identifier: MIT
#include "prompt/load.hpp"

#include "prompt/load_rule.hpp"
#include "prompt/variables.hpp"
#include "tree/fields.hpp"
#include "tree/pointer.hpp"

#include <fmt/format.h>

#include <charconv>

namespace reckon::prompt {
namespace {

using base::Diagnostic;
using tree::Fields;
using tree::Node;

/// A number from 1 on, and nothing else.
std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_whole = error == std::errc{} && end == text.data() + text.size() && number > 0;
  return is_whole ? std::optional(number) : std::nullopt;
}

/// Lines of a paragraph end anywhere.
std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n';
    if (!is_blank || (!out.empty() && out.back() != ' ')) out += is_blank ? ' ' : c;
  }
  return out;
}

class Loader {
 public:
  explicit Loader(std::vector<Diagnostic>& problems) : problems_(problems) {}

  Prompt load(const Node& root, std::string_view id) {
    Fields fields(root, "the prompt", problems_);
    prompt_.source = root.span.source;
    prompt_.id = fields.required_text("prompt");
    if (const Node* node = root.find("prompt"); node != nullptr && prompt_.id != id) {
      problem("prompt.id-differs",
              fmt::format("the folder is named '{}' and the prompt '{}'", id, prompt_.id), node->span);
    }
    prompt_.title = fields.required_text("title");
    prompt_.section = fields.required_text("section");
    prompt_.domains = fields.texts("domains");
    prompt_.model = fields.required_text("model");
    if (const Node* variables = fields.require("variables")) {
      if (variables->kind != tree::Kind::mapping)
        problem("catalogue.wrong-kind", "must be a mapping of names", variables->span);
      for (const tree::Member& member : variables->members) load_variable(member);
    }
    prompt_.system = fields.required_text("system");
    prompt_.user = fields.required_text("user");
    if (const Node* asks = fields.find("asks")) load_asks(*asks);
    if (const Node* node = root.find("system")) prompt_.system_span = node->span;
    if (const Node* node = root.find("user")) prompt_.user_span = node->span;
    if (const Node* schema = fields.require("schema")) prompt_.schema = *schema;
    items(fields.find("reads"), [this](const Node& n) { load_place(n); });
    items(fields.find("code"), [this](const Node& n) { load_code_place(n); });
    items(fields.find("rules"), [this](const Node& n) { prompt_.rules.push_back(load_rule(n, problems_)); });
    if (const Node* feedback = fields.find("feedback")) load_feedback(*feedback);
    items(fields.find("examples"), [this](const Node& n) {
      Fields example(n, "an example", problems_);
      prompt_.examples.push_back({example.required_text("response"), example.texts("expect")});
      example.finish();
    });
    fields.finish();
    return std::move(prompt_);
  }

 private:
  void problem(std::string code, std::string message, base::Span span) {
    problems_.push_back(base::problem(std::move(code), std::move(message), span));
  }

  template <class Visit>
  void items(const Node* node, const Visit& visit) {
    if (node == nullptr) return;
    if (node->kind != tree::Kind::sequence) problem("catalogue.wrong-kind", "must be a list", node->span);
    for (const Node& item : node->items) visit(item);
  }

  units::Unit read_unit(const std::string& text, base::Span span) {
    auto unit = units::read_unit(text);
    if (unit) return *unit;
    problem(unit.error().code, unit.error().message, span);
    return {};
  }

  void load_variable(const tree::Member& member) {
    Fields fields(member.value, fmt::format("variable '{}'", member.key), problems_);
    Variable variable;
    variable.name = member.key;
    variable.declared = member.key_span;
    variable.ask = fields.text("ask");
    const Node* unit = fields.find("unit");
    const Node* text = fields.find("text");
    if ((unit == nullptr) == (text == nullptr)) {
      problem("prompt.variable-kind",
              fmt::format("variable '{}' needs either a unit or a text length", member.key), member.key_span);
    }
    if (unit != nullptr) {
      variable.unit_text = unit->text;
      variable.unit = read_unit(unit->text, unit->span);
    } else if (text != nullptr) {
      const auto length = whole_number(text->text);
      if (!length) problem("prompt.text-length", "'text' is the longest length", text->span);
      variable.text_limit = static_cast<std::size_t>(length.value_or(0));
    }
    if (const Node* fallback = fields.find("default")) {
      variable.fallback = fallback->text;
      variable.fallback_span = fallback->span;
    }
    if (const Node* feeds = fields.find("feeds")) {
      if (feeds->is_scalar()) variable.feeds.push_back({feeds->text, "", feeds->span});
      for (const Node& item : feeds->items) variable.feeds.push_back({item.text, "", item.span});
      for (const tree::Member& m : feeds->members) {
        variable.feeds.push_back({m.key, m.value.text, m.key_span});
        if (m.value.text != counts_entries && m.value.text.find("{n}") == std::string::npos)
          problem("prompt.feed-pattern", "a feed finds a number at {n}, or counts entries with {count}",
                  m.value.span);
      }
    }
    fields.finish();
    prompt_.variables.push_back(std::move(variable));
  }

  std::string pattern(Fields& fields, const Node& node, std::string_view key) {
    std::string out = fields.required_text(key);
    if (!tree::is_pattern(out)) {
      problem("catalogue.bad-pattern", fmt::format("'{}' is no pattern of pointers", out),
              node.find(key)->span);
    }
    return out;
  }

  void load_asks(const Node& node) {
    if (node.kind != tree::Kind::mapping)
      problem("catalogue.wrong-kind", "must be a mapping of phrases", node.span);
    const std::string system = on_one_line(prompt_.system);
    for (const tree::Member& member : node.members) {
      if (system.find(member.key) == std::string::npos) {
        problem("prompt.phrase-not-asked", fmt::format("'system' does not ask for \"{}\"", member.key),
                member.key_span);
      }
      prompt_.asks.push_back({member.key, member.value.text, member.key_span});
    }
  }

  void load_code_place(const Node& node) {
    Fields fields(node, "an entry of 'code'", problems_);
    CodePlace place;
    place.pattern = pattern(fields, node, "at");
    place.language = fields.text("language");
    place.table = fields.text("table");
    if (!place.table.empty()) place.columns = pattern(fields, node, "columns");
    fields.finish();
    prompt_.code.push_back(std::move(place));
  }

  void load_place(const Node& node) {
    Fields fields(node, "an entry of 'reads'", problems_);
    Place place;
    place.span = node.span;
    place.pattern = pattern(fields, node, "at");
    place.name = fields.required_text("is");
    place.unit_text = fields.required_text("unit");
    place.unit = read_unit(place.unit_text, node.span);
    fields.finish();
    prompt_.reads.push_back(std::move(place));
  }

  void load_feedback(const Node& node) {
    Fields fields(node, "feedback", problems_);
    if (const Node* rounds = fields.find("rounds")) {
      const auto number = whole_number(rounds->text);
      if (!number) problem("prompt.rounds", "'rounds' is a whole number from 1 on", rounds->span);
      prompt_.feedback.rounds = number.value_or(prompt_.feedback.rounds);
    }
    if (const std::string reveal = fields.text("reveal"); !reveal.empty()) prompt_.feedback.reveal = reveal;
    prompt_.feedback.text = fields.required_text("text");
    fields.finish();
  }

  std::vector<Diagnostic>& problems_;
  Prompt prompt_;
};

}  // namespace

Prompt load(const Node& root, std::string_view id, std::vector<Diagnostic>& problems) {
  return Loader(problems).load(root, id);
}

void validate(const Prompt& prompt, const model::Model& model, std::vector<Diagnostic>& problems) {
  const auto check = [&](const std::string& name, const units::Unit& unit, base::Span span) {
    const auto slot = model::find_slot(model, name);
    if (!slot) {
      Diagnostic unknown = base::problem(
          "prompt.unknown-name", fmt::format("model '{}' has no quantity '{}'", model.id, name), span);
      if (const std::string help = model::explain_unknown(model, name); !help.empty())
        unknown.remarks.push_back({"help", help});
      problems.push_back(std::move(unknown));
    } else if (model.slot(*slot).unit.dimension != unit.dimension) {
      problems.push_back(base::problem(
          "prompt.wrong-dimension",
          fmt::format("'{}' is {}, here it is given as {}", name,
                      units::describe(model.slot(*slot).unit.dimension), units::describe(unit.dimension)),
          span));
    }
  };
  for (const Place& place : prompt.reads) check(place.name, place.unit, place.span);
  for (const Asked& asked : prompt.asks) {
    const auto slot = model::find_slot(model, asked.name);
    check(asked.name, slot ? model.slot(*slot).unit : units::Unit{}, asked.span);
  }
  for (const Variable& variable : prompt.variables) {
    for (const Variable::Feed& feed : variable.feeds) {
      const auto slot = model::find_slot(model, feed.input);
      check(feed.input, feed.pattern.empty() || !slot ? variable.unit : model.slot(*slot).unit, feed.span);
    }
    if (variable.fallback.empty()) continue;
    if (auto setting = read_variable(variable, variable.fallback, false); !setting) {
      problems.push_back(
          base::problem(setting.error().code, setting.error().message, variable.fallback_span));
    }
  }
}

}  // namespace reckon::prompt
