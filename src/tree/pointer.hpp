// SPDX-License-Identifier: MIT
// JSON Pointer (RFC 6901) over located trees, and patterns of pointers:
//
//     pattern = {filter} {"/" segment}
//     segment = (key | index | "*") {filter}       `*` is any one key or index
//     filter  = "[" key "=" value "]"              keeps nodes with a member `key` whose text is `value`
//
// `[name=Plans]/columns/*[name=Price]/precision` starts at a root that is named Plans. Values compare without
// regard to case, as SQL's names do; `/` and `~` in them are escaped as in keys. There is no other condition.
#pragma once

#include "tree/node.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::tree {

struct Match {
  std::string pointer;  ///< concrete: `*` replaced, filters gone
  const Node* node = nullptr;
};

/// The node at a concrete pointer ("" is the root), or null.
const Node* at(const Node& root, std::string_view pointer);

/// Where the key stands that leads to a node of a mapping; nothing for the root and for items of a sequence.
std::optional<base::Span> key_span(const Node& root, std::string_view pointer);

/// Whether a text follows the grammar above.
bool is_pattern(std::string_view text);

/// All nodes that a pattern reaches, in document order; none when it is no pattern.
std::vector<Match> select(const Node& root, std::string_view pattern);

/// Whether a pattern fits whatever stands on its way: `*` meets no text and no number, and what it reaches
/// has the key that comes next. What is not there at all is no misfit.
bool fits(const Node& root, std::string_view pattern);

/// One pointer segment with `~` and `/` escaped.
std::string escape(std::string_view segment);
/// The other way round; a stray `~` stands for itself.
std::string unescape(std::string_view segment);

/// Calls `visit(pointer, node)` for every node, parents first.
template <class Visit>
void walk(const Node& node, std::string& pointer, const Visit& visit) {
  visit(static_cast<const std::string&>(pointer), node);
  const std::size_t length = pointer.size();
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    pointer += '/' + std::to_string(i);
    walk(node.items[i], pointer, visit);
    pointer.resize(length);
  }
  for (const Member& member : node.members) {
    pointer += '/' + escape(member.key);
    walk(member.value, pointer, visit);
    pointer.resize(length);
  }
}

}  // namespace reckon::tree
