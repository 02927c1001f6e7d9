// SPDX-License-Identifier: MIT
#include "corpus/figures.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reckon::corpus {

std::string line_of(const FolderScore& score) {
  std::vector<std::string> parts;
  for (const Figure& figure : score.figures) {
    parts.push_back(figure.of < 0 ? fmt::format("{} {}", figure.name, figure.value)
                                  : fmt::format("{} {}/{}", figure.name, figure.value, figure.of));
  }
  for (const auto& [rule, count] : score.false_by_rule)
    parts.push_back(fmt::format("false {} {}", rule, count));
  for (const auto& [kind, count] : score.found_by_kind)
    parts.push_back(fmt::format("{} {}/{}", kind, count.first, count.second));
  return fmt::format("corpus {}: {}", score.folder, fmt::join(parts, ", "));
}

}  // namespace reckon::corpus
