// SPDX-License-Identifier: MIT
// What every reader adds to a document.
#pragma once

#include "base/diagnostic.hpp"
#include "document/document.hpp"
#include "tree/node.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reckon::document {

void add_artefact(std::string_view type, std::string name, tree::Node tree, bool truncated,
                  std::string_view section, Document& into);

/// Appends problems; hostile text can hold one in every few bytes, so beyond a thousand they are dropped.
void add_problems(std::vector<base::Diagnostic> problems, Document& into);

}  // namespace reckon::document
