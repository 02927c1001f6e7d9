// SPDX-License-Identifier: MIT
// What is expected of a quantity string, and what is found of it in a longer text.
#pragma once

#include "units/quantity.hpp"

#include <cstddef>
#include <optional>

namespace reckon::units {

/// What the slot that a string fills accepts.
enum class Role {
  value,         ///< one number: bounds, ranges and percentiles are refused
  claim,         ///< bounds, ranges, percentiles and approximate marks are kept
  distribution,  ///< a range or a spread is a distribution
};

struct Expectation {
  std::optional<Dimension> dimension;  ///< decides `10M`, `1.5B`, `500m`, `512Mi`, `50 bps`
  Role role = Role::value;
  bool transparent_counts = false;  ///< prose: only time, data, money and length must agree
  bool non_negative = false;
  bool strict = false;  ///< notes are errors, under the note's code
};

/// A quantity found at a place inside a longer text.
struct Found {
  Stated stated;
  std::size_t begin = 0;  ///< includes an approximate mark or a comparator in front
  std::size_t number_begin = 0;
  std::size_t end = 0;
};

}  // namespace reckon::units
