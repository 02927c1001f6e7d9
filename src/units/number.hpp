// SPDX-License-Identifier: MIT
// Numbers as people print them, and how far their printed digits reach. No units here.
//
//   number    := ["+" | "-" | "−"] (digits ["." digits] | "." digits) [exponent]
//   digits    := 0-9, perhaps in groups of three parted by a comma, "_", or a plain, thin or no-break space
//   exponent  := "e" integer | "^" integer | "**" integer | superscript
//              | ("×" | "x" | "*" | "·") "10" ("^" integer | "**" integer | superscript)
#pragma once

#include <cstddef>
#include <string_view>

namespace reckon::units {

struct Number {
  double value = 0.0;
  /// Half a unit in the last printed digit. Trailing zeros of a round integer are digits only up to two
  /// significant ones: 2000 is 1950 to 2050. Powers such as 2^30 are exact.
  double half = 0.0;
  std::size_t end = 0;
  bool is_plain_integer = false;  ///< digits only: no group, point or exponent
};

enum class NumberFault {
  none,
  missing,        ///< no number stands there
  decimal_comma,  ///< 1,5
  dotted_groups,  ///< 1.000.000, versions and addresses
  bad_groups,     ///< 1,00,000
  hexadecimal,    ///< 0x10
  too_large,      ///< 1e999
};

struct NumberReading {
  Number number;  ///< on a fault, `end` tells how far the faulty text reaches
  NumberFault fault = NumberFault::none;
};

/// The number at `at`. Linear.
NumberReading read_number(std::string_view text, std::size_t at);

/// "three", "Twelve": whole words from zero to twelve; `end` is `at` when there is none.
Number read_number_word(std::string_view text, std::size_t at);

/// A factor of the short scale behind a number.
struct Magnitude {
  std::string_view word;
  double factor = 1.0;
  bool is_letter = false;  ///< k, M...: case decides, and the expected dimension may say otherwise
  bool is_short = false;   ///< mn, bn...: understood, but carries a note
};

/// The magnitude of that word ("million", "bn", "K"), or null. Words of more than one letter ignore case.
const Magnitude* find_magnitude(std::string_view word);

}  // namespace reckon::units
