// SPDX-License-Identifier: MIT
// The one parser of unit expressions, behind `read_unit` and behind a number.
//
//   expression := ["1"] over { over | times } | factor { over | times }
//   over       := ("/" | "÷" | "per") factor
//   times      := ("*" | "·" | "⋅" | "×") factor
//   factor     := (word { "-" word } | "(" expression ")") [power]     GB-month is GB times month
//   power      := "^" integer | "**" integer | superscript
//
// Division associates to the left: A/B/C is A/(B*C), and A/B*C is (A/B)*C, with a note.
#pragma once

#include "units/refusal.hpp"
#include "units/unit.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace reckon::units {

enum class UnitFault : std::uint8_t {
  none,
  missing,      ///< no unit stands there
  unknown,      ///< the word at fault is no unit
  too_complex,  ///< too many factors, or exponents beyond any use
  open_bracket,
};

enum class UnitPlace : std::uint8_t {
  whole,  ///< the text holds a unit: spaces and parentheses are free, what cannot be read is a fault
  prose,  ///< a quantity inside a text: ends before what is no unit; products must be glued
};

/// Codes of notes, each once, "" behind the last; further ones are dropped.
using NoteCodes = std::array<std::string_view, 6>;
void add_note(NoteCodes& codes, std::string_view code);

struct UnitReading {
  Unit unit;
  std::size_t end = 0;  ///< behind the last factor that was read
  UnitFault fault = UnitFault::none;
  std::size_t fault_begin = 0;
  std::size_t fault_end = 0;
  NoteCodes notes{};
};

/// The unit expression at `at`, where a space may stand. In prose, `end == at` when there is none.
UnitReading read_unit_expression(std::string_view text, std::size_t at, UnitPlace place);

/// Why the text behind `read.end` is no unit, with suggestions.
Refusal refusal_of(const UnitReading& read, std::string_view text);

/// Behind "/", "÷" or "per " at `at` and the spaces that follow; `at` when none of them stands there.
std::size_t over_end(std::string_view text, std::size_t at);

}  // namespace reckon::units
