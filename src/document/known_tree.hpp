// SPDX-License-Identifier: MIT
// What YAML or JSON trees are by the keys that they carry.
#pragma once

#include "tree/node.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace reckon::document {

struct KnownTree {
  std::string_view type;  ///< of the artefact: "manifest", "druid", "openapi"
  std::string name;
};

std::optional<KnownTree> recognise(const tree::Node& root);

/// The text of a mapping's scalar member, or "".
std::string_view scalar_at(const tree::Node& node, std::string_view key);

}  // namespace reckon::document
