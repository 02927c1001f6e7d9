// SPDX-License-Identifier: MIT
// A JSON-like value in which every node knows where it stands. YAML, JSON, commands and other artefacts all
// become this. Scalars keep their text as written: nothing is turned into a double here.
#pragma once

#include "base/source.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reckon::tree {

enum class Kind { null, boolean, number, string, sequence, mapping };

std::string_view name(Kind kind);

struct Member;

struct Node {
  Kind kind = Kind::null;
  base::Span span;       ///< the value as written, quotes and brackets included
  base::Span text_span;  ///< a scalar without its quotes; equals `span` for everything else
  std::string text;      ///< decoded text of a scalar ("" for containers)
  bool verbatim =
      false;  ///< the source at `text_span` is `text`, byte for byte, so inner offsets map one to one
  std::vector<Node> items;
  std::vector<Member> members;

  [[nodiscard]] bool is_scalar() const { return kind != Kind::sequence && kind != Kind::mapping; }
  /// The member's value, or null when this is no mapping or has no such key.
  [[nodiscard]] const Node* find(std::string_view key) const;
};

struct Member {
  std::string key;
  base::Span key_span;  ///< without quotes
  Node value;
};

}  // namespace reckon::tree
