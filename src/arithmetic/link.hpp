// SPDX-License-Identifier: MIT
// How two sides of a chain are joined, and what words do between them.
#pragma once

#include "arithmetic/lexicon.hpp"
#include "units/quantity.hpp"

#include <cstdint>

namespace reckon::arithmetic {

/// How a side is joined to the one before it.
enum class Joint : std::uint8_t {
  equals,       ///< a sign
  about,        ///< a sign, ≈
  arrow,        ///< a sign, →
  bound,        ///< ≤, ≥, "at least" as a relation
  colon,        ///< "36 × 90: 3.2 GB"
  bracket,      ///< "28 TB (350 × 80 GB)", "36M/day (417/s)"
  verb,         ///< "is", "makes", "comes to"
  leap,         ///< "so", "hence", "needs"
  alternative,  ///< "or", "i.e."
  words,        ///< words that say nothing known
};

enum class Rounding : std::uint8_t { unsaid, up, down };

struct Link {
  Joint joint = Joint::equals;
  units::Comparator bound = units::Comparator::equal;
  Rounding rounding = Rounding::unsaid;
  bool approximate = false;
  bool compares = false;           ///< "==": code asks whether it is so
  std::uint8_t unknown_words = 0;  ///< content words between the relation and the side
};

inline bool relates(Role role) {
  return row_of(role).relates;
}
inline bool ends_clause(Role role) {
  return row_of(role).ends_clause;
}
bool rounds(Role role);
Rounding rounding_of(Role role);
/// A word between a relation and its side, put into the link; false for one behind which something else
/// begins.
bool soften(Role role, Link& link);

}  // namespace reckon::arithmetic
