// SPDX-License-Identifier: MIT
// Trees -> artefacts: what kind of thing a tree is. A Kubernetes manifest is one in JSON as well as in YAML.
#pragma once

#include "base/diagnostic.hpp"
#include "document/document.hpp"
#include "document/text_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reckon::document {

void add_artefact(std::string_view type, std::string name, tree::Node tree, bool truncated,
                  std::string_view section, Document& into);

/// Appends the artefact that a tree is; a Kubernetes list becomes one artefact for each item that is a
/// manifest. `otherwise` is the type of a tree that nothing recognises.
void add_artefacts(TreeDocument document, std::string_view otherwise, std::string_view section,
                   Document& into);

/// Appends problems; hostile text can hold one in every few bytes, so beyond a thousand they are dropped.
void add_problems(std::vector<base::Diagnostic> problems, Document& into);

/// One passage of kind code for each line that is not blank; a line of EXPLAIN is an artefact.
void add_code_lines(const Text& text, std::string_view section, Document& into);

}  // namespace reckon::document
