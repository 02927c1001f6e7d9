// SPDX-License-Identifier: MIT
// Spelling -> unit, whole words only: a listed spelling, or a prefix and a listed unit that takes it.
#pragma once

#include <string_view>

#include "units/unit.hpp"

namespace reckon::units {

struct Spelling {
  Unit unit;
  std::string_view note;  ///< code, or ""
  bool is_kubernetes = false;  ///< Ki, Mi, Gi... and m: legal only where the slot says what they are
};

/// The unit of that spelling, or null.
const Spelling* find_spelling(std::string_view word);

/// Why a word is no unit although it looks like one ("mb": bits or bytes?), with suggestions; "" when it is just unknown.
std::string_view explain_spelling(std::string_view word);

}  // namespace reckon::units
