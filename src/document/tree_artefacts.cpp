// SPDX-License-Identifier: MIT
#include "document/tree_artefacts.hpp"

#include "document/artefact.hpp"
#include "document/explain_line.hpp"
#include "document/known_tree.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace reckon::document {
namespace {

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

void add(tree::Node root, bool truncated, std::string_view otherwise, std::string_view section,
         Document& into) {
  KnownTree known = recognise(root).value_or(KnownTree{otherwise, {}});
  truncated = truncated || (known.type == "manifest" && ends_early(root));
  add_artefact(known.type, std::move(known.name), std::move(root), truncated, section, into);
}

bool is_manifest(const tree::Node& root) {
  const auto known = recognise(root);
  return known && known->type == "manifest";
}

/// Lines of EXPLAIN in the texts of a response.
void add_plans_in(const tree::Node& root, std::string_view section, Document& into) {
  if (root.verbatim && root.text.find("(cost=") != std::string::npos) {
    Text text;
    text.append(root.text, root.text_span.source, root.text_span.begin);
    add_plans(text, section, into);
  }
  for (const tree::Node& item : root.items) add_plans_in(item, section, into);
  for (const tree::Member& member : root.members) add_plans_in(member.value, section, into);
}

}  // namespace

void add_artefacts(TreeDocument document, std::string_view otherwise, std::string_view section,
                   Document& into) {
  tree::Node& root = document.root;
  const tree::Node* items = root.find("items");
  const bool is_list = is_manifest(root) && scalar_at(root, "kind") == "List" && items != nullptr &&
                       std::any_of(items->items.begin(), items->items.end(), is_manifest);
  if (!is_list) {
    Document plans;
    add_plans_in(root, section, plans);
    add(std::move(root), document.truncated, otherwise, section, into);
    for (Fragment& plan : plans.fragments) into.fragments.push_back(std::move(plan));
    return;
  }
  for (const tree::Node& item : items->items) {
    const bool last = &item == &items->items.back();
    add(item, last && document.truncated, otherwise, section, into);
  }
}

}  // namespace reckon::document
