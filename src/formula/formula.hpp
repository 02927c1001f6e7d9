// SPDX-License-Identifier: MIT
// A formula is a flat list of nodes in evaluation order; the last node is the root. A copyable value: no tree
// of heap objects, no recursion when it is checked or evaluated.
#pragma once

#include "base/source.hpp"
#include "units/quantity.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace reckon::formula {

enum class Operation : std::uint8_t {
  literal,
  name,
  negate,
  add,
  subtract,
  multiply,
  divide,
  power,  ///< right operand is a dimensionless literal integer unless the left is dimensionless
  less,
  at_most,
  greater,
  at_least,
  equal,
  not_equal,
  logical_and,
  logical_or,
  logical_not,
  call,
};

struct Node {
  Operation operation = Operation::literal;
  base::Span span;                      ///< the whole sub-expression
  base::Span operator_span;             ///< the operator or the function's name
  std::vector<std::uint32_t> operands;  ///< indices of earlier nodes
  units::Stated literal;                ///< for literal
  std::string text;                     ///< name as written, function name, or literal as written
  std::uint32_t slot = 0;  ///< for name: index into the scope; for call: row of the function table
};

struct Formula {
  std::vector<Node> nodes;
  std::string display_unit;  ///< after `in`: "TB" in `... in TB`
  base::Span display_unit_span;

  [[nodiscard]] const Node& root() const { return nodes.back(); }
};

}  // namespace reckon::formula
