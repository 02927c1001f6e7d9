// SPDX-License-Identifier: MIT
// libyaml behind a wall: YAML text -> a flat list of events whose places are bytes of the source. No tree is
// made here and nothing is judged but syntax and depth.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "tree/input.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace reckon::tree {

struct YamlEvent {
  enum class Type : std::uint8_t { document, scalar, alias, sequence, mapping, end };
  enum class Style : std::uint8_t { plain, quoted, block, flow };

  Type type = Type::scalar;
  Style style = Style::plain;  ///< of a scalar; a sequence or mapping is `block` or `flow`
  bool tagged = false;
  base::Span span;      ///< without anchor and tag; of a block sequence or mapping only the beginning counts
  base::Span property;  ///< the anchor and tag, empty when there are none
  std::string text;     ///< decoded scalar
  std::string anchor;   ///< the name after `&`, or after `*` in an alias
};

struct YamlEvents {
  std::vector<YamlEvent>
      events;  ///< up to the break, so that open sequences and mappings may lack their `end`
  std::optional<base::Diagnostic> problem;
  std::size_t stopped_at = 0;  ///< offset in the input's text where reading broke off
};

/// Linear in the text. Stops at the first syntax error and at depth 65.
YamlEvents read_yaml_events(const Input& input);

}  // namespace reckon::tree
