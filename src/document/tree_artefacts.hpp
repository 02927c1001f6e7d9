// SPDX-License-Identifier: MIT
// Trees -> artefacts: what kind of thing a tree is. A Kubernetes manifest is one in JSON as well as in YAML.
#pragma once

#include "document/document.hpp"
#include "document/text_tree.hpp"

#include <string_view>

namespace reckon::document {

/// Appends the artefact that a tree is; a Kubernetes list becomes one artefact for each item that is a
/// manifest. `otherwise` is the type of a tree that nothing recognises.
void add_artefacts(TreeDocument document, std::string_view otherwise, std::string_view section,
                   Document& into);

}  // namespace reckon::document
