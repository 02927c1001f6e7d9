// SPDX-License-Identifier: MIT
// Comments in data. `retention.ms: 604800000  # 7 days` says one thing twice, and becomes the line
// `604800000 ms = 7 days` for the reader of equations; any other comment that has a number is a line of its
// own, unless it is a setting that is switched off. Behind a value it also is an artefact of type "comment"
// under the value's key.
#pragma once

#include "document/code_cursor.hpp"
#include "document/document.hpp"
#include "document/text.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace reckon::document {

/// The comments of a text of which the fragments from `first` on are trees: a mark (`#`, `//`) in front of
/// which a blank or a line's start stands, outside every key and scalar.
std::vector<Comment> find_comments(const Text& text, const Document& document, std::size_t first,
                                   std::string_view mark);

/// Appends what the comments say: artefacts and passages of kind code.
void add_comments(const Text& text, std::size_t first, const std::vector<Comment>& comments,
                  std::string_view section, Document& into);

/// The unit that a key's last word names: `ms` in `retention.ms`, `MB` in `maxHeapMB`; "" for none.
std::string_view unit_of_key(std::string_view key);

}  // namespace reckon::document
