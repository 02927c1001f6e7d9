// SPDX-License-Identifier: MIT
// THE number in a text: what its digits say, the unit behind it, and the other ways in which both can be
// read. It holds no strings: places are bytes of the plain text (arithmetic/plain.hpp) that it was read from,
// counted from where its token begins once it has one.
#pragma once

#include "arithmetic/prices.hpp"
#include "units/quantity.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace reckon::arithmetic {

/// The period in a unit's denominator.
enum class Period : std::uint8_t { none, second, minute, hour, day, week, month, year };
double seconds(Period period);
/// "1 day"
std::string_view one_of(Period period);
/// The period of exactly so many seconds: `none` where it has no name.
Period period_of(double seconds);

enum class Currency : std::uint8_t { none, dollar, euro, pound, yen, rupee, other };

/// Another way to read a figure: `number` times `scale` of `unit`.
struct Reading {
  units::Unit unit;
  double scale = 1.0;
  Period period = Period::none;
  Supposition why = Supposition::as_written;

  bool operator==(const Reading&) const = default;
};

struct Figure {
  // Places: marks in front are left out, a currency sign and the denominators are in.
  std::uint32_t begin = 0;
  std::uint32_t number_end = 0;
  std::uint32_t unit_begin = 0;  ///< of the unit as written; empty for a bare number
  std::uint32_t unit_end = 0;
  std::uint32_t end = 0;
  /// Other readings, the likelier before the less likely; in `Tokens::readings`.
  std::uint32_t first_reading = 0;

  double number = 0.0;  ///< magnitude applied
  double high = 0.0;    ///< upper end of a range, else `number`
  double step = 1.0;    ///< one unit in the last printed digit
  double shown = 1.0;   ///< one unit in the last digit that says something: 11,100 is told to 100
  units::Unit unit;     ///< counted axes included; its factor includes "per thousand"
  std::uint8_t reading_count = 0;
  std::uint8_t digits = 1;  ///< that say something: 11,100 has three
  units::Comparator comparator = units::Comparator::equal;
  Currency currency = Currency::none;
  Period period = Period::none;
  std::uint8_t zeros = 0;       ///< of the magnitude, the words and letters behind the digits
  std::uint8_t dozens : 2 = 0;  ///< among them
  bool whole : 1 = true;        ///< printed without a decimal point
  bool scaled : 1 = false;      ///< with a magnitude: "1.2M"
  bool spelled : 1 = false;     ///< in words
  bool exact : 1 = false;       ///< a power, "2^30"
  bool name : 1 = false;        ///< belongs to a name: "RFC 8463", "TLS 1.3"
  bool signed_plus : 1 = false;
  bool counts_replicas : 1 = false;  ///< perhaps besides what they copy
  bool approximate : 1 = false;
  bool has_noun_denominator : 1 = false;  ///< "per user", "/GB"

  [[nodiscard]] bool has_unit() const { return unit_end > unit_begin; }
  [[nodiscard]] bool is_percent() const { return unit.factor == 0.01 && unit.dimension.is_dimensionless(); }
  [[nodiscard]] bool is_range() const { return high != number; }
  /// "hundreds", "billions": an order of magnitude.
  [[nodiscard]] bool is_vague() const { return spelled && is_range(); }
  [[nodiscard]] double value() const { return number * unit.factor; }
  /// What the words and letters behind the digits multiply by.
  [[nodiscard]] double magnitude() const;

  /// Its places from there on, where they were counted from the begin of the text.
  void count_from(std::uint32_t place);
  /// The number and its digits, times so much.
  void multiply(double factor);
  /// By a word or a letter: a dozen, or a power of ten.
  void scale(double factor);

  bool operator==(const Figure&) const = default;
};

}  // namespace reckon::arithmetic
