// SPDX-License-Identifier: MIT
// YAML and JSON text -> located trees. Never throws, never drops text silently; depth is capped at 64.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "tree/node.hpp"

#include <string_view>
#include <vector>

namespace reckon::tree {

inline constexpr std::size_t max_depth = 64;

/// What reading gave: the documents that could be read (a truncated one is kept up to the break), and every
/// problem.
struct Reading {
  std::vector<Node> documents;
  std::vector<base::Diagnostic> problems;

  [[nodiscard]] bool has_errors() const;
};

/// Strict JSON in one part of a source (the part must hold exactly one value). Duplicate keys, NaN, trailing
/// commas, comments and depth are located problems.
Reading read_json(const base::Sources& sources, const base::Span& part);

enum class YamlDialect {
  catalogue,  ///< one document, no aliases, no anchors, no tags
  response,   ///< many documents; aliases are expanded up to a cap
};

/// YAML in one part of a source. Plain scalars keep their text; kind says what YAML 1.2 core would make of
/// them. Duplicate keys are reported with both places.
Reading read_yaml(const base::Sources& sources, const base::Span& part, YamlDialect dialect);

}  // namespace reckon::tree
