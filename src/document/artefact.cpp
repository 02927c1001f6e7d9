// SPDX-License-Identifier: MIT
#include "document/artefact.hpp"

#include <cstddef>
#include <utility>

namespace reckon::document {

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

void add_problems(std::vector<base::Diagnostic> problems, Document& into) {
  constexpr std::size_t most_problems = 1000;
  for (base::Diagnostic& problem : problems) {
    if (into.problems.size() < most_problems) into.problems.push_back(std::move(problem));
  }
}

}  // namespace reckon::document
