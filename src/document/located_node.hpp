// SPDX-License-Identifier: MIT
// Trees that a scanner of code makes: scalars and mappings whose places are offsets of a Text.
#pragma once

#include "document/text.hpp"
#include "tree/node.hpp"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace reckon::document {

/// Bytes [begin, end) without quotes; the kind is what YAML would make of them.
tree::Node plain_node(const Text& text, std::size_t begin, std::size_t end);
/// The same, but always a string: a type, a name.
tree::Node word_node(const Text& text, std::size_t begin, std::size_t end);
/// Bytes [begin, end) with one quote at each end; `decoded` is what stands between them.
tree::Node quoted_node(const Text& text, std::size_t begin, std::size_t end, std::string decoded);
/// Something that bytes [begin, end) say in other words.
tree::Node said_node(const Text& text, std::size_t begin, std::size_t end, std::string meaning);
/// A key without a value, which would stand at `at`.
tree::Node missing_node(const Text& text, std::size_t at);
tree::Node container_node(const Text& text, tree::Kind kind, std::size_t begin, std::size_t end);

/// The members of a mapping. A key that is given again turns its value into a sequence of all its values.
class Members {
 public:
  explicit Members(const Text& text) : text_(&text) {}

  /// `always_sequence` makes a sequence even of a value that is given once.
  void add(std::string key, std::size_t key_begin, std::size_t key_end, tree::Node value,
           bool always_sequence = false);
  [[nodiscard]] bool empty() const { return members_.empty(); }
  /// The mapping, which stands at [begin, end).
  tree::Node finish(std::size_t begin, std::size_t end);

 private:
  const Text* text_;
  std::vector<tree::Member> members_;
  std::vector<bool> is_repeated_;
  std::unordered_map<std::string, std::size_t> index_;
};

}  // namespace reckon::document
