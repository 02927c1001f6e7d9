// SPDX-License-Identifier: MIT
// Compound durations: 1h30m, 2m30s, 1d12h, 7h 12min. The only place where a lone m is a minute.
#pragma once

#include "units/unit.hpp"

#include <cstddef>
#include <string_view>

namespace reckon::units {

struct Duration {
  double number = 0.0;  ///< in the last of its units
  double half = 0.0;    ///< half a unit in the last printed digit
  Unit unit;            ///< the last of its units
  std::string_view unit_text;
  std::size_t end = 0;
};

/// The duration whose first number stands at [begin, number_end); `end == number_end` when there are not at
/// least two parts whose units fall.
Duration read_compound_duration(std::string_view text, std::size_t begin, std::size_t number_end);

}  // namespace reckon::units
