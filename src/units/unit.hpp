// SPDX-License-Identifier: MIT
// The table of units. Exponents and factors of its rows come from Boost.Units (units/domain.hpp); the rest of
// a row says how people spell the unit and which prefixes it takes.
#pragma once

#include "base/result.hpp"
#include "units/dimension.hpp"

#include <span>
#include <string>
#include <string_view>

namespace reckon::units {

/// A spelling resolved: multiply by `factor` to get base units.
struct Unit {
  Dimension dimension;
  double factor = 1.0;

  bool operator==(const Unit&) const = default;
};

/// `number` of that unit in base units, rounded once: a factor such as 1e-6 is no double, its inverse is.
double to_base(double number, double factor);
/// The other way round.
double from_base(double base_value, double factor);

/// One row of the table.
struct UnitRow {
  std::string_view symbol;     ///< how it is printed
  std::string_view spellings;  ///< further spellings, separated by spaces; a word in lower case ignores case
  Unit unit;
  std::string_view prefixes;  ///< "decimal", "binary", "decimal binary", or ""
  std::string_view about;     ///< one line for the reference page
  std::string_view note;      ///< code of the note that its use carries (`unit.kb-decimal`...), or ""
};

std::span<const UnitRow> unit_table();

/// A whole unit expression: "us*core/request", "GB per month", "req/s", "KiB". Counted words without an axis
/// (region, zone, group...) are dimensionless. The diagnostic's spans are relative to the text (source 0).
base::Result<Unit> read_unit(std::string_view text);

}  // namespace reckon::units
