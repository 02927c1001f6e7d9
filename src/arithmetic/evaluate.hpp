// SPDX-License-Identifier: MIT
// Sides to their outcomes: all readings at once, each distinct value once with its cheapest price.
#pragma once

#include "arithmetic/outcome.hpp"

#include <optional>
#include <vector>

namespace reckon::arithmetic {

/// Values for operands that are not figures: names, gaps and constants. Nothing where it is unknown.
using Lookup = std::optional<Outcome> (*)(const void* context, const Node& node);
struct Names {
  Lookup lookup = nullptr;
  const void* context = nullptr;
};

/// All outcomes of a side, cheapest first; empty when an operand is unknown or the numbers run out of range.
std::vector<Outcome> outcomes(const Tokens& tokens, const std::vector<Node>& nodes, const Side& side,
                              const Surroundings& around, const Names& names);

}  // namespace reckon::arithmetic
