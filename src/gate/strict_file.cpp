// SPDX-License-Identifier: MIT
#include "gate/strict_file.hpp"

#include "base/diagnostic.hpp"
#include "tree/read.hpp"

#include <algorithm>
#include <string_view>

namespace reckon::gate {

std::optional<tree::Node> read_strictly(const base::Sources& sources, base::SourceId source,
                                        std::vector<base::Diagnostic>& problems) {
  const base::Span whole = sources.whole(source);
  const bool is_json = sources.text(whole).starts_with('{') && sources.name(source).ends_with(".json");
  tree::Reading reading = is_json ? tree::read_json(sources, whole)
                                  : tree::read_yaml(sources, whole, tree::YamlDialect::catalogue);
  // A file of comments alone says nothing, and that is no mistake.
  std::erase_if(reading.problems, [](const base::Diagnostic& each) { return each.code == "yaml.empty"; });
  problems.insert(problems.end(), reading.problems.begin(), reading.problems.end());
  if (reading.has_errors()) return std::nullopt;
  if (reading.documents.empty() || reading.documents.front().kind == tree::Kind::null) {
    tree::Node empty;
    empty.kind = tree::Kind::mapping;
    empty.span = whole;
    return empty;
  }
  return std::move(reading.documents.front());
}

bool finish_strictly(std::vector<base::Diagnostic>& problems) {
  constexpr std::string_view of_catalogue = "catalogue.";
  for (base::Diagnostic& problem : problems) {
    if (problem.code.starts_with(of_catalogue)) problem.code.replace(0, of_catalogue.size(), "config.");
  }
  return problems.empty();
}

}  // namespace reckon::gate
