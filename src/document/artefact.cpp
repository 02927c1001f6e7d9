// SPDX-License-Identifier: MIT
#include "document/artefact.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace reckon::document {
namespace {

constexpr std::size_t most_problems = 1000;

std::string_view scalar(const tree::Node& node, std::string_view key) {
  const tree::Node* found = node.find(key);
  return found != nullptr && found->is_scalar() ? std::string_view(found->text) : std::string_view{};
}

bool is_manifest(const tree::Node& root) {
  return !scalar(root, "apiVersion").empty() && !scalar(root, "kind").empty();
}

/// A manifest that is sound YAML and yet ends too early: its last value is missing, or it ends inside `env`
/// with a variable that has a name and nothing else.
bool ends_early(const tree::Node& root) {
  const tree::Node* node = &root;
  const tree::Node* parent = nullptr;
  std::string_view sequence_key;
  std::string_view key;
  while (!node->is_scalar()) {
    if (node->items.empty() && node->members.empty()) return false;
    parent = node;
    if (node->kind == tree::Kind::sequence) {
      sequence_key = key;
      node = &node->items.back();
    } else {
      key = node->members.back().key;
      node = &node->members.back().value;
    }
  }
  if (node->kind == tree::Kind::null && node->span.empty()) return true;
  return sequence_key == "env" && key == "name" && parent != nullptr && parent->members.size() == 1;
}

void add(tree::Node root, bool truncated, std::string_view type, std::string_view section, Document& into) {
  Artefact artefact;
  artefact.type = type;
  if (type == "manifest") {
    artefact.name = scalar(root, "kind");
    truncated = truncated || ends_early(root);
  }
  artefact.span = root.span;
  artefact.section = section;
  artefact.truncated = truncated;
  artefact.tree = std::move(root);
  into.fragments.emplace_back(std::move(artefact));
}

}  // namespace

void add_artefacts(TreeDocument document, std::string_view otherwise, std::string_view section,
                   Document& into) {
  tree::Node& root = document.root;
  if (!is_manifest(root)) return add(std::move(root), document.truncated, otherwise, section, into);
  const tree::Node* items = root.find("items");
  const bool is_list = scalar(root, "kind") == "List" && items != nullptr &&
                       std::any_of(items->items.begin(), items->items.end(), is_manifest);
  if (!is_list) return add(std::move(root), document.truncated, "manifest", section, into);
  for (const tree::Node& item : items->items) {
    const bool last = &item == &items->items.back();
    add(item, last && document.truncated, is_manifest(item) ? "manifest" : otherwise, section, into);
  }
}

void add_problems(std::vector<base::Diagnostic> problems, Document& into) {
  for (base::Diagnostic& problem : problems) {
    if (into.problems.size() < most_problems) into.problems.push_back(std::move(problem));
  }
}

void add_code_lines(const Text& text, std::string_view section, Document& into) {
  const std::string_view view = text.view();
  for (std::size_t begin = 0; begin < view.size();) {
    const std::size_t end = std::min(view.find('\n', begin), view.size());
    Passage passage;
    passage.kind = Passage::Kind::code;
    passage.text = text.slice(begin, end).trimmed();
    passage.section = section;
    if (!passage.text.empty()) into.fragments.emplace_back(std::move(passage));
    begin = end + 1;
  }
}

}  // namespace reckon::document
