// SPDX-License-Identifier: MIT
// Values as JavaScript, HCL and GraphQL write them -> trees. Nothing is evaluated but a product of numbers
// ("60 * 60 * 24"); any other expression is kept as the mapping {expression: text}, so that nobody takes its
// first number for its value.
//
//   value    = quoted | word | call | "[" { value [","] } "]" | "{" { key (":"|"=") value [","] } "}"
//   call     = ["new"] word "(" { value [","] } ")"          becomes {word: [values]}
#pragma once

#include "document/code_cursor.hpp"
#include "document/text.hpp"
#include "tree/node.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace reckon::document {

struct CodeValueRules {
  bool newline_ends = false;  ///< a value that stands behind a key ends with its line (HCL)
  bool expressions = true;    ///< operators may follow an operand; otherwise the next value does (GraphQL)
};

class CodeValues {
 public:
  CodeValues(const Text& text, CodeCursor& cursor, CodeValueRules rules)
      : text_(text), cursor_(cursor), rules_(rules) {}

  /// The value at the cursor; nothing when none starts there.
  std::optional<tree::Node> read() { return value(0, rules_.newline_ends); }
  /// From `(`: the values up to `)`.
  tree::Node read_arguments() { return sequence(0, ')'); }
  /// A bracket was never closed.
  [[nodiscard]] bool is_broken() const { return broken_; }

 private:
  /// `lines`: the value ends with its line.
  std::optional<tree::Node> value(std::size_t depth, bool lines);
  std::optional<tree::Node> operand(std::size_t depth);
  tree::Node sequence(std::size_t depth, char close);
  tree::Node mapping(std::size_t depth);
  /// Steps to the next entry of a container; false behind its end.
  bool next_entry(char close);
  std::optional<tree::Node> word(std::size_t depth);
  [[nodiscard]] bool ends_value(bool lines);
  tree::Node expression(std::size_t begin, bool lines);

  const Text& text_;
  CodeCursor& cursor_;
  CodeValueRules rules_;
  bool broken_ = false;
};

}  // namespace reckon::document
