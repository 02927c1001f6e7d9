// SPDX-License-Identifier: MIT
// One JSON value: a manifest, or a response. A text without a usable value stays as lines.
#include "document/artefact.hpp"
#include "document/comment.hpp"
#include "document/readers.hpp"
#include "document/text_tree.hpp"

#include <utility>

namespace reckon::document {

void read_json(const base::Sources& sources, const Text& text, std::string_view section, Document& into) {
  TextTrees trees = read_json_text(sources, text);
  add_problems(std::move(trees.problems), into);
  const bool usable = !trees.documents.empty() && !trees.documents.front().root.is_scalar();
  if (!usable) return add_code_lines(text, section, into);
  const std::size_t first = into.fragments.size();
  add_artefacts(std::move(trees.documents.front()), "response", section, into);
  add_comments(text, first, find_comments(text, into, first, "//"), section, into);
}

}  // namespace reckon::document
