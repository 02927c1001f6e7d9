// SPDX-License-Identifier: MIT
// A number with a dimension, in base units; and a quantity as somebody wrote it.
#pragma once

#include "units/dimension.hpp"
#include "units/unit.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::units {

struct Quantity {
  double value = 0.0;  ///< in base units
  Dimension dimension;

  bool operator==(const Quantity&) const = default;
};

/// A value with what may stand behind it: low <= value <= high, all in base units.
struct Interval {
  double low = 0.0;
  double value = 0.0;
  double high = 0.0;

  bool operator==(const Interval&) const = default;
};

inline Interval exactly(double value) {
  return {value, value, value};
}
/// Two intervals that only touch at their ends do not overlap: 2 and 3 are not the same number because both
/// could be 2.5.
inline bool overlap(const Interval& a, const Interval& b) {
  const bool has_point = a.low == a.high || b.low == b.high;
  return has_point ? a.low <= b.high && b.low <= a.high : a.low < b.high && b.low < a.high;
}

enum class Comparator : std::uint8_t { equal, less, at_most, greater, at_least };

/// Something worth knowing about how a quantity was read; machine readable by its code.
struct Note {
  std::string_view code;  ///< `unit.kb-decimal`, `unit.month`... (units/notes.hpp lists them)
  std::string text;
};

/// A quantity as written: what the digits can stand for, and the words around them.
struct Stated {
  Interval interval;  ///< half a unit in the last printed digit around the value; the ends of a range
  Dimension dimension;
  std::string
      unit_text;  ///< the unit as written, magnitude words removed ("TPS", "GB", "" for a bare number)
  Unit unit;      ///< what `unit_text` and scale stand for: interval.value is `number` of it in base units
  double number = 0.0;  ///< the number in front of the unit, magnitude applied ("10M users" is 1e7)
  Comparator comparator = Comparator::equal;
  bool approximate = false;  ///< ~, about, roughly, approx
  bool is_range = false;     ///< "1-2 GB", "100 ± 10 ms"
  std::string percentile;    ///< "p99" in "p99 < 200 ms"
  std::vector<Note> notes;

  [[nodiscard]] Quantity quantity() const { return {interval.value, dimension}; }
};

}  // namespace reckon::units
