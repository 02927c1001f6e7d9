// SPDX-License-Identifier: MIT
#include "document/artefact.hpp"

#include "document/digits.hpp"
#include "document/explain_line.hpp"
#include "document/known_tree.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace reckon::document {
namespace {

constexpr std::size_t most_problems = 1000;

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

void add_artefact(std::string_view type, std::string name, tree::Node tree, bool truncated,
                  std::string_view section, Document& into) {
  Artefact artefact;
  artefact.type = type;
  artefact.name = std::move(name);
  artefact.span = tree.span;
  artefact.section = section;
  artefact.truncated = truncated;
  artefact.tree = std::move(tree);
  into.fragments.emplace_back(std::move(artefact));
}

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

void add_problems(std::vector<base::Diagnostic> problems, Document& into) {
  for (base::Diagnostic& problem : problems) {
    if (into.problems.size() < most_problems) into.problems.push_back(std::move(problem));
  }
}

namespace {

/// "= 2.15 KB × 40K": goes on where the line above ends.
bool goes_on(std::string_view line) {
  constexpr std::string_view approximately = "\xe2\x89\x88";
  const bool relates = line.substr(0, 2) == "= " || line.substr(0, 2) == "/ " || line.substr(0, 2) == "+ " ||
                       line.substr(0, 3) == "\xc3\x97 " || line.substr(0, 3) == "\xc3\xb7 " ||
                       line.substr(0, 3) == "=~ " || line.substr(0, 3) == approximately ||
                       line.substr(0, 3) == "~= ";
  return relates && has_digit(line);
}

bool may_calculate(std::string_view line) {
  return has_digit(line) && (line.find_first_of("=*/+") != std::string_view::npos ||
                             line.find("\xc3\x97") != std::string_view::npos);
}

}  // namespace

void add_code_lines(const Text& text, std::string_view section, Document& into) {
  const std::string_view view = text.view();
  const std::size_t first = into.fragments.size();
  for (std::size_t begin = 0; begin < view.size();) {
    const std::size_t end = std::min(view.find('\n', begin), view.size());
    Text line = text.slice(begin, end).trimmed();
    auto* const above =
        into.fragments.size() > first ? std::get_if<Passage>(&into.fragments.back()) : nullptr;
    const bool calculates = above != nullptr && may_calculate(above->text.view());
    if (calculates && goes_on(line.view())) {
      above->text.append_mapped("\n", line.span());
      above->text.append(line, 0, line.view().size());
    } else if (!line.empty() && !add_plans(line, section, into))
      into.fragments.emplace_back(Passage{Passage::Kind::code, std::move(line), 0, std::string(section)});
    begin = end + 1;
  }
}

}  // namespace reckon::document
