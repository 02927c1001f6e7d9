// SPDX-License-Identifier: MIT
// What stands between two sides: a sign or a phrase, softening words, and names that are passed over.
#pragma once

#include "document/equation.hpp"
#include "document/equation_expression.hpp"

#include <cstddef>
#include <optional>

namespace reckon::document {

struct Joint {
  Sign sign = Sign::equals;
  bool approximate = false;         ///< a mark or a word says so
  Softener bound = Softener::none;  ///< at_least or at_most: "we need at least"
  Rounding rounding = Rounding::unsaid;
  std::size_t next = 0;  ///< token at which the next side starts
};

/// The relation that starts at a token, behind the words and comments that may trail a side.
std::optional<Joint> read_joint(const Prepared& prepared, std::size_t first);

/// What the words in [first, last) say about rounding.
Rounding rounding_in(const Prepared& prepared, std::size_t first, std::size_t last);

Relation relation_of(const Joint& joint);

}  // namespace reckon::document
