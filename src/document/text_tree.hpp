// SPDX-License-Identifier: MIT
// JSON and YAML that stand in a Text: read, with every span led back to the source, and its problems in the
// words of this layer. A text that is one piece of the source is read in place.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "document/text.hpp"
#include "tree/node.hpp"

#include <string_view>
#include <vector>

namespace reckon::document {

struct TreeDocument {
  tree::Node root;
  bool truncated = false;  ///< reading broke off inside it
};

struct TextTrees {
  std::vector<TreeDocument> documents;
  /// Codes: `document.unreadable-json` (or -yaml) where reading broke off, `document.duplicate-key`, and
  /// `document.irregular-json` (or -yaml) for slips that could be read over.
  std::vector<base::Diagnostic> problems;
};

TextTrees read_json_text(const base::Sources& sources, const Text& text);
TextTrees read_yaml_text(const base::Sources& sources, const Text& text);

}  // namespace reckon::document
