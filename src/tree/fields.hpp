// SPDX-License-Identifier: MIT
// Strict reading of a mapping in a catalogue file: every key is asked for once, and what was never asked for
// is an unknown key with the nearest known one beside it. Problems are collected; nothing is thrown.
#pragma once

#include "base/diagnostic.hpp"
#include "tree/node.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reckon::tree {

class Fields {
 public:
  /// `what` names the mapping in messages: "input 'cpu_time'". A node that is no mapping is one problem.
  Fields(const Node& node, std::string what, std::vector<base::Diagnostic>& problems);

  /// The value, or null when the key is absent. The key counts as known.
  const Node* find(std::string_view key);
  /// As `find`; absence is a problem.
  const Node* require(std::string_view key);

  /// A scalar's text, or "" (with a problem when it is no scalar).
  std::string text(std::string_view key);
  std::string required_text(std::string_view key);
  /// The text of a scalar or of each scalar in a sequence.
  std::vector<std::string> texts(std::string_view key);
  bool flag(std::string_view key);

  /// Reports every key that was never asked for.
  void finish();

 private:
  const Node& node_;
  std::string what_;
  std::vector<base::Diagnostic>& problems_;
  std::vector<std::string> known_;
};

}  // namespace reckon::tree
