// SPDX-License-Identifier: MIT
#include "tree/node.hpp"

#include <algorithm>

namespace reckon::tree {

std::string_view name(Kind kind) {
  switch (kind) {
    case Kind::null:
      return "null";
    case Kind::boolean:
      return "boolean";
    case Kind::number:
      return "number";
    case Kind::string:
      return "string";
    case Kind::sequence:
      return "sequence";
    case Kind::mapping:
      return "mapping";
  }
  return "";
}

const Node* Node::find(std::string_view key) const {
  const auto found =
      std::find_if(members.begin(), members.end(), [key](const Member& m) { return m.key == key; });
  return found == members.end() ? nullptr : &found->value;
}

}  // namespace reckon::tree
