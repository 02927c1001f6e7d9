// SPDX-License-Identifier: MIT
// Quantity strings -> quantities. What each string means is specified by tests/units/quantity_strings.md.
#pragma once

#include "base/result.hpp"
#include "units/quantity.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

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

/// The whole text is one quantity. On failure the diagnostic's spans are relative to the text (source 0), its
/// code is `quantity.*`, and its remarks carry the suggestions. Linear in the text; 1 microsecond on usual
/// strings.
base::Result<Stated> read_quantity(std::string_view text, const Expectation& expect = {});

/// A quantity found at a place inside a longer text.
struct Found {
  Stated stated;
  std::size_t begin = 0;  ///< includes an approximate mark or a comparator in front
  std::size_t number_begin = 0;
  std::size_t end = 0;
};

/// The longest quantity that starts exactly at `at` (a digit, sign, mark, currency or number word), in a
/// claim's role. Unknown words after the number end it: "20 MB per core for JVM" is `20 MB per core`.
std::optional<Found> scan_quantity(std::string_view text, std::size_t at, const Expectation& expect);

}  // namespace reckon::units
