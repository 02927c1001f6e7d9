// SPDX-License-Identifier: MIT
#include "document/sql/alteration.hpp"

#include "document/sql/place.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <variant>

namespace reckon::document {
namespace {

using tree::Node;

/// Fragments looked through for the table, so that many statements stay linear.
constexpr std::size_t farthest = 500;

Node* member(Node& node, std::string_view key) {
  const auto found = std::find_if(node.members.begin(), node.members.end(),
                                  [key](const tree::Member& each) { return each.key == key; });
  return found == node.members.end() ? nullptr : &found->value;
}

bool is_named_alike(Node& a, Node& b) {
  const Node* name = member(a, "name");
  const Node* other = member(b, "name");
  return name != nullptr && other != nullptr && same_sql_name(name->text, other->text);
}

Node* table_above(Node& alteration, Document& document) {
  std::size_t seen = 0;
  for (auto each = document.fragments.rbegin(); each != document.fragments.rend() && seen < farthest;
       ++each, ++seen) {
    auto* artefact = std::get_if<Artefact>(&*each);
    if (artefact != nullptr && artefact->type == "table" && is_named_alike(*artefact->tree, alteration))
      return &*artefact->tree;
  }
  return nullptr;
}

/// What is said twice keeps its first wording.
void add_missing(Node& to, Node& from) {
  for (tree::Member& each : from.members) {
    if (to.find(each.key) == nullptr) to.members.push_back(std::move(each));
  }
}

void add_columns(Node& to, Node& from) {
  for (Node& added : from.items) {
    const auto known = std::find_if(to.items.begin(), to.items.end(),
                                    [&](Node& each) { return is_named_alike(each, added); });
    if (known != to.items.end()) {
      add_missing(*known, added);
    } else if (added.find("type") != nullptr) {
      to.items.push_back(std::move(added));
    }
  }
}

}  // namespace

bool alter_table(Node alteration, Document& into) {
  Node* table = table_above(alteration, into);
  if (table == nullptr) return false;
  for (tree::Member& each : alteration.members) {
    Node* known = member(*table, each.key);
    if (known == nullptr) {
      table->members.push_back(std::move(each));
    } else if (each.key == "columns") {
      add_columns(*known, each.value);
    } else if (each.key == "foreign_keys") {
      std::move(each.value.items.begin(), each.value.items.end(), std::back_inserter(known->items));
    }
  }
  return true;
}

}  // namespace reckon::document
