// SPDX-License-Identifier: MIT
// What an expression can come to: every reading of its figures at once. A node keeps each distinct outcome
// with its cheapest price, so that `60 × 60 × 24 × 7` has a handful of outcomes and not 256 copies, and "no
// reading makes it true" is true.
#pragma once

#include "arithmetic/lex.hpp"
#include "arithmetic/node.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace reckon::arithmetic {

/// A set of suppositions.
using Supposed = std::uint64_t;
constexpr Supposed one(Supposition supposition) {
  return Supposed{1} << static_cast<unsigned>(supposition);
}

struct Outcome {
  double value = 0.0;  ///< in base units
  double low = 0.0;    ///< while operands have digits that are not printed
  double high = 0.0;
  units::Dimension dimension;  ///< without counted axes
  float cost = 0.0F;
  std::uint8_t periods = 0;   ///< named by operands, a bit for each Period
  std::uint8_t prefixes = 0;  ///< powers of 1000 of operands' data units, a bit for each
  Supposed supposed = 0;
};

/// What stands around an expression and decides what its bare numbers can mean.
struct Surroundings {
  bool data = false;
  bool time = false;
  bool money = false;
  bool rate = false;        ///< something is said per second, minute, hour...
  bool bits = false;        ///< something is told in bits,
  bool bytes = false;       ///< something in bytes
  bool tells_bits = false;  ///< the document writes b for bits and B for bytes
};
void look_around(const Tokens& tokens, const std::vector<Node>& nodes, const Side& side, Surroundings& into);
void look_at(const Figure& figure, Surroundings& into);

/// What a figure says in base units, and between what it may lie by its digits.
struct Extent {
  double value = 0.0;
  double low = 0.0;
  double high = 0.0;
};
Extent extent_of(const Figure& figure);

/// A figure as it is written.
Outcome outcome_of(const Figure& figure);
/// One of a period.
Outcome outcome_of(Period period);

}  // namespace reckon::arithmetic
