// SPDX-License-Identifier: MIT
// A stream of YAML documents: manifests, and other mappings or lists. A text in which nothing but scalars
// could be read stays as lines.
#include "document/artefact.hpp"
#include "document/code_lines.hpp"
#include "document/comment.hpp"
#include "document/readers.hpp"
#include "document/text_tree.hpp"
#include "document/tree_artefacts.hpp"

#include <utility>

namespace reckon::document {

void read_yaml(const base::Sources& sources, const Text& text, std::string_view section, Document& into) {
  TextTrees trees = read_yaml_text(sources, text);
  add_problems(std::move(trees.problems), into);
  const std::size_t first = into.fragments.size();
  bool usable = false;
  for (TreeDocument& document : trees.documents) {
    if (document.root.is_scalar()) continue;
    usable = true;
    add_artefacts(std::move(document), "yaml", section, into);
  }
  if (!usable) return add_code_lines(text, section, into);
  add_comments(text, first, find_comments(text, into, first, "#"), section, into);
}

}  // namespace reckon::document
