// SPDX-License-Identifier: MIT
// The words and signs around a number that say how it is meant: comparators, marks of approximation,
// percentiles, and what parts the two ends of a range. No numbers and no units here.
#pragma once

#include "units/quantity.hpp"

#include <cstddef>
#include <string_view>

namespace reckon::units {

struct Marks {
  Comparator comparator = Comparator::equal;
  bool approximate = false;
  std::string_view percentile;  ///< "p99", "P99.9", as written
  std::size_t end = 0;          ///< behind the marks and the spaces that follow; `at` when there are none
};

/// The marks in front of a number: `~`, `≈`, `<=`, "at least", "about", `p99 <`...
Marks read_marks(std::string_view text, std::size_t at);

/// Marks behind a quantity: "approx", "(approximately)", and `+` or "or more".
struct TrailingMarks {
  bool approximate = false;
  bool at_least = false;
  bool at_most = false;
  std::size_t end = 0;
};
TrailingMarks read_trailing_marks(std::string_view text, std::size_t at);

/// Behind a dash or "to" that parts two numbers; `at` when there is none.
std::size_t range_mark_end(std::string_view text, std::size_t at);

/// Behind `±`, `+/-` or `+-`; `at` when there is none.
std::size_t spread_mark_end(std::string_view text, std::size_t at);

}  // namespace reckon::units
