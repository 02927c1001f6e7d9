// SPDX-License-Identifier: MIT
#include "tree/fields.hpp"

#include "base/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reckon::tree {

Fields::Fields(const Node& node, std::string what, std::vector<base::Diagnostic>& problems)
    : node_(node), what_(std::move(what)), problems_(problems) {
  if (node_.kind != Kind::mapping) {
    problems_.push_back(
        base::problem("catalogue.wrong-kind",
                      fmt::format("{} must be a mapping, found a {}", what_, name(node_.kind)), node_.span));
  }
}

const Node* Fields::find(std::string_view key) {
  known_.emplace_back(key);
  return node_.find(key);
}

const Node* Fields::require(std::string_view key) {
  const Node* value = find(key);
  if (value == nullptr && node_.kind == Kind::mapping) {
    problems_.push_back(base::problem("catalogue.missing-key", fmt::format("{} has no '{}'", what_, key),
                                      node_.span, "needed here"));
  }
  return value;
}

std::string Fields::text(std::string_view key) {
  const Node* value = find(key);
  if (value == nullptr) return {};
  if (!value->is_scalar()) {
    problems_.push_back(base::problem(
        "catalogue.wrong-kind",
        fmt::format("'{}' of {} must be text, found a {}", key, what_, name(value->kind)), value->span));
    return {};
  }
  return value->text;
}

std::string Fields::required_text(std::string_view key) {
  return require(key) == nullptr ? std::string{} : text(key);
}

std::vector<std::string> Fields::texts(std::string_view key) {
  const Node* value = find(key);
  if (value == nullptr) return {};
  if (value->is_scalar()) return {value->text};
  std::vector<std::string> out;
  for (const Node& item : value->items) {
    if (item.is_scalar()) {
      out.push_back(item.text);
    } else {
      problems_.push_back(base::problem("catalogue.wrong-kind",
                                        fmt::format("'{}' of {} must list texts", key, what_), item.span));
    }
  }
  return out;
}

bool Fields::flag(std::string_view key) {
  const Node* value = find(key);
  if (value == nullptr) return false;
  if (value->kind != Kind::boolean) {
    problems_.push_back(base::problem(
        "catalogue.wrong-kind", fmt::format("'{}' of {} must be true or false", key, what_), value->span));
  }
  return value->text == "true";
}

void Fields::finish() {
  for (const Member& member : node_.members) {
    if (std::find(known_.begin(), known_.end(), member.key) != known_.end()) continue;
    base::Diagnostic unknown = base::problem(
        "catalogue.unknown-key", fmt::format("unknown key '{}' in {}", member.key, what_), member.key_span);
    const std::string hint = base::did_you_mean(member.key, known_);
    if (!hint.empty()) unknown.remarks.push_back({"help", hint});
    problems_.push_back(std::move(unknown));
  }
}

}  // namespace reckon::tree
