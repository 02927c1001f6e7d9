// SPDX-License-Identifier: MIT
#include "check/schema_findings.hpp"

#include "base/suggest.hpp"
#include "check/few_of_each.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace reckon::check {
namespace {

using tree::Kind;
using tree::Node;

constexpr int deepest_compared = 32;
/// Keys that are told by name.
constexpr std::size_t most_named = 8;

bool is_of_type(const Node& node, std::string_view type) {
  if (type == "object") return node.kind == Kind::mapping;
  if (type == "array") return node.kind == Kind::sequence;
  if (type == "string") return node.kind == Kind::string;
  if (type == "boolean") return node.kind == Kind::boolean;
  if (type == "null") return node.kind == Kind::null;
  if (type == "number") return node.kind == Kind::number;
  if (type == "integer") {
    return node.kind == Kind::number && node.text.find_first_of(".eE") == std::string::npos;
  }
  return true;
}

/// Numbers may be told as texts with a unit ("2000 cores"): what they say is read all the same.
bool may_state_number(const Node& node, std::string_view type) {
  return (type == "number" || type == "integer") && node.kind == Kind::string &&
         node.text.find_first_of("0123456789") != std::string::npos;
}

/// Another kind of value that leaves nothing unread: where a text is asked for, anything may be told, and a
/// word may say yes or no.
bool is_told(const Node& node, std::string_view type) {
  if (type == "string") return true;
  // What is asked as yes or no may be told in words.
  if (type == "boolean") return node.kind == Kind::string;
  return type == "integer" && node.kind == Kind::number;
}

/// A key that the prompt does not know, and what may have been meant.
struct Extra {
  base::Span span;
  std::string pointer;
  std::string key;
  std::string help;
};

class SchemaComparison {
 public:
  SchemaComparison(bool is_whole, std::vector<Finding>& out, std::vector<Extra>& extras)
      : is_whole_(is_whole), out_(out), extras_(extras) {}

  void compare(const Node& schema, const Node& node, const std::string& pointer, int depth) {
    if (depth > deepest_compared) return;
    if (!fits_type(schema, node)) return add_wrong_type(schema, node, pointer);
    if (const Node* const allowed = schema.find("enum"); allowed != nullptr && !is_among(*allowed, node))
      return add("response.not-allowed", node, pointer, not_allowed(*allowed, node));
    if (node.kind == Kind::mapping) keys(schema, node, pointer, depth);
    const Node* const items = schema.find("items");
    if (node.kind != Kind::sequence || items == nullptr) return;
    for (std::size_t i = 0; i < node.items.size(); ++i)
      compare(*items, node.items[i], fmt::format("{}/{}", pointer, i), depth + 1);
  }

 private:
  static bool fits_type(const Node& schema, const Node& node) {
    const Node* const type = schema.find("type");
    if (type == nullptr || node.kind == Kind::null) return true;  // null states nothing
    if (type->kind != Kind::sequence)
      return is_of_type(node, type->text) || may_state_number(node, type->text);
    return std::any_of(type->items.begin(), type->items.end(), [&node](const Node& one) {
      return is_of_type(node, one.text) || may_state_number(node, one.text);
    });
  }
  static bool is_among(const Node& allowed, const Node& node) {
    return std::any_of(allowed.items.begin(), allowed.items.end(),
                       [&node](const Node& one) { return one.text == node.text; });
  }

  void add_wrong_type(const Node& schema, const Node& node, const std::string& pointer) {
    add("response.wrong-type", node, pointer, wrong_type(schema, node));
    const Node& type = *schema.find("type");
    const bool is_harmless =
        is_told(node, type.text) || std::any_of(type.items.begin(), type.items.end(),
                                                [&node](const Node& one) { return is_told(node, one.text); });
    if (is_harmless) out_.back().diagnostic.severity = base::Severity::note;
  }

  static std::string wrong_type(const Node& schema, const Node& node) {
    const Node* const type = schema.find("type");
    std::vector<std::string> names;
    if (type->kind != Kind::sequence) names.push_back(type->text);
    for (const Node& one : type->items) names.push_back(one.text);
    return fmt::format("the prompt asks for {} here, not for {}", fmt::join(names, " or "),
                       tree::name(node.kind));
  }
  static std::string not_allowed(const Node& allowed, const Node& node) {
    std::vector<std::string> names;
    for (const Node& one : allowed.items) names.push_back(one.text);
    return fmt::format("'{}' is none of {}", node.text, fmt::join(names, ", "));
  }

  void keys(const Node& schema, const Node& node, const std::string& pointer, int depth) {
    const Node* const properties = schema.find("properties");
    std::vector<std::string> known;
    if (properties != nullptr) {
      for (const tree::Member& member : properties->members) known.push_back(member.key);
    }
    for (const tree::Member& member : node.members) {
      const Node* const property = properties == nullptr ? nullptr : properties->find(member.key);
      if (property != nullptr) {
        compare(*property, member.value, pointer + "/" + member.key, depth + 1);
      } else if (is_closed(schema)) {
        extras_.push_back(
            {member.key_span, pointer + "/" + member.key, member.key, base::did_you_mean(member.key, known)});
      }
    }
    const Node* const required = schema.find("required");
    if (required == nullptr || !is_whole_) return;
    for (const Node& key : required->items) {
      if (node.find(key.text) != nullptr) continue;
      // Part of an answer may be sent for its figures alone.
      add("response.key-missing", first_byte(node), pointer, fmt::format("the key '{}' is missing", key.text))
          .diagnostic.severity = base::Severity::note;
    }
  }
  static bool is_closed(const Node& schema) {
    const Node* const more = schema.find("additionalProperties");
    return more != nullptr && more->text == "false";
  }
  static base::Span first_byte(const Node& node) {
    return {node.span.source, node.span.begin, std::min(node.span.begin + 1, node.span.end)};
  }

  void add(const char* rule, const Node& node, const std::string& pointer, std::string message) {
    const bool is_scalar = node.is_scalar();
    add(rule, is_scalar ? node.span : first_byte(node), pointer, std::move(message));
  }
  Finding& add(const char* rule, const base::Span& span, const std::string& pointer, std::string message) {
    Finding finding;
    finding.diagnostic = base::problem(rule, std::move(message), span);
    finding.diagnostic.severity = base::Severity::warning;
    finding.pointer = pointer;
    out_.push_back(std::move(finding));
    return out_.back();
  }

  bool is_whole_;
  std::vector<Finding>& out_;
  std::vector<Extra>& extras_;
};

/// More than was asked for is no mistake: it is told once, and what it may have been meant for.
Finding of_extras(const std::vector<Extra>& extras) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(extras.size(), most_named); ++i)
    names.push_back(fmt::format("'{}'", extras[i].key));
  std::string told = fmt::format("{}", fmt::join(names, ", "));
  if (extras.size() > most_named) told += fmt::format(" and {} more", extras.size() - most_named);
  Finding finding;
  finding.diagnostic =
      base::problem("response.key-unknown",
                    fmt::format("the prompt knows no key{} {}{}", extras.size() == 1 ? "" : "s", told,
                                extras.size() == 1 ? " here" : ""),
                    extras.front().span);
  finding.diagnostic.severity = base::Severity::note;
  finding.pointer = extras.front().pointer;
  for (std::size_t i = 0; i < std::min(extras.size(), most_named); ++i) {
    if (i > 0) finding.diagnostic.secondary.push_back({extras[i].span, {}});
    if (!extras[i].help.empty())
      finding.diagnostic.remarks.push_back({"help", fmt::format("'{}': {}", extras[i].key, extras[i].help)});
  }
  return finding;
}

bool shares_a_key(const Node& schema, const Node& node) {
  const Node* const properties = schema.find("properties");
  return properties == nullptr || node.members.empty() ||
         std::any_of(node.members.begin(), node.members.end(), [properties](const tree::Member& member) {
           return properties->find(member.key) != nullptr;
         });
}

Finding of_another(const prompt::Prompt& prompt, const Node& node) {
  Finding finding;
  finding.diagnostic = base::problem("response.of-another-prompt",
                                     fmt::format("none of these keys is asked for by '{}'", prompt.id),
                                     node.members.front().key_span);
  finding.diagnostic.severity = base::Severity::warning;
  finding.diagnostic.remarks.push_back(
      {"help", fmt::format("`reckon prompt {}` shows the schema; without --prompt the keys choose the prompt",
                           prompt.id)});
  return finding;
}

}  // namespace

std::vector<Finding> schema_findings(const prompt::Prompt& prompt, const document::Document& document) {
  std::vector<const document::Artefact*> answers;
  const document::Artefact* other = nullptr;
  for (const document::Fragment& fragment : document.fragments) {
    const auto* const artefact = std::get_if<document::Artefact>(&fragment);
    if (artefact == nullptr || artefact->type != "response" || artefact->tree->kind != Kind::mapping)
      continue;
    if (shares_a_key(prompt.schema, *artefact->tree)) {
      answers.push_back(artefact);
    } else if (other == nullptr) {
      other = artefact;
    }
  }
  // Beside an answer, other JSON is an example of something.
  std::vector<Finding> out;
  if (answers.empty() && other != nullptr) out.push_back(of_another(prompt, *other->tree));
  std::vector<Extra> extras;
  for (const document::Artefact* const answer : answers)
    SchemaComparison(!answer->truncated, out, extras).compare(prompt.schema, *answer->tree, {}, 0);
  if (!extras.empty()) out.push_back(of_extras(extras));
  return few_of_each(std::move(out));
}

}  // namespace reckon::check
