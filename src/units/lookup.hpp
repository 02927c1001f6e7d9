// SPDX-License-Identifier: MIT
// Spelling -> unit, whole words only: a listed spelling, or a prefix and a listed unit that takes it. A
// listed spelling of three or more lower-case letters is a word: it ignores case and takes a plural s.
// Everything else is taken letter for letter. A prefix symbol goes in front of spellings of up to four
// letters (Mbit, GB), a prefix word in front of words (megabyte).
#pragma once

#include "units/unit.hpp"

#include <span>
#include <string>
#include <string_view>

namespace reckon::units {

struct Spelling {
  Unit unit;
  std::string_view note;       ///< code, or ""
  bool is_kubernetes = false;  ///< Ki, Mi, Gi... and m: legal only where the slot says what they are
};

/// The unit of that spelling, or null.
const Spelling* find_spelling(std::string_view word);

/// Why a word is no unit although it looks like one ("mb": bits or bytes?), with suggestions; "" when it is
/// just unknown.
std::string_view explain_spelling(std::string_view word);

/// "did you mean 'request'?" for an unknown word that is near a full word of the table; "" when none is.
std::string suggest_spelling(std::string_view word);

/// One spelling that `find_spelling` knows.
struct ListedSpelling {
  std::string_view text;
  Spelling spelling;
  bool ignores_case = false;
};

/// Every spelling, prefixed ones included; none stands there twice unless two rows of the table clash.
std::span<const ListedSpelling> listed_spellings();

/// Bytes of the code or sign of a currency at `at` that has no fixed rate to US dollars (EUR, €...); 0 if
/// none.
std::size_t foreign_currency_length(std::string_view text, std::size_t at);

}  // namespace reckon::units
