// SPDX-License-Identifier: MIT
// One literal of arithmetic in prose. The units layer reads the quantity; here are the limits up to which it
// may read, the letters that stand for a magnitude as well as for a unit, and the period that follows a noun
// ("36M pings/day", "5,000 ms of CPU time per second").
#pragma once

#include "units/quantity.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace reckon::document {

/// Another reading of a literal and why it is one.
struct Reading {
  units::Stated stated;
  std::string_view why;
};

struct Literal {
  units::Stated stated;
  std::vector<Reading> others;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The literal that starts at `at` in plain text (a digit, a currency sign or a number word).
/// `after_relation` lets "10 - 20 GB" be a range; elsewhere a spaced dash subtracts. Looks at a bounded
/// stretch of text.
std::optional<Literal> read_literal(std::string_view text, std::size_t at, bool after_relation);

/// A bare number put in front of a unit.
units::Stated with_unit(const units::Stated& number, const units::Unit& unit, std::string_view unit_text);
/// A literal's number without its unit.
units::Stated without_unit(const units::Stated& stated);
/// The same quantity for each `period`, whose name is appended to the unit.
units::Stated per(const units::Stated& stated, const units::Unit& period, std::string_view name);

}  // namespace reckon::document
