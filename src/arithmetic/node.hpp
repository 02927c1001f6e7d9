// SPDX-License-Identifier: MIT
// Expressions as flat lists of nodes.
#pragma once

#include "arithmetic/operation.hpp"

#include <cstdint>

namespace reckon::arithmetic {

/// One node; operands stand before it.
struct Node {
  Operation operation = Operation::gap;
  bool of = false;          ///< a product said as "of"
  std::uint32_t a = 0;      ///< node, or the figure
  std::uint32_t b = 0;      ///< node
  std::uint32_t begin = 0;  ///< tokens
  std::uint32_t end = 0;
};

/// An expression, or a single figure.
struct Side {
  std::uint32_t first_node = 0;  ///< its nodes are [first_node, root]
  std::uint32_t root = 0;
  std::uint32_t begin = 0;  ///< tokens
  std::uint32_t end = 0;
  std::uint8_t operators = 0;
  bool has_gap = false;
  bool has_name = false;

  [[nodiscard]] bool is_figure() const { return first_node == root && operators == 0; }
};

}  // namespace reckon::arithmetic
