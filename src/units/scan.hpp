// SPDX-License-Identifier: MIT
// A quantity with its marks, as a whole text or inside one: the shared half of `read_quantity` and
// `scan_quantity`.
//
//   quantity := [marks] amount [range | spread] [trailing marks]
//   range    := ("-" | "–" | "to") amount          the unit and magnitude of the second end serve both
//   spread   := ("±" | "+/-") amount               in percent, of the value
#pragma once

#include "units/expectation.hpp"
#include "units/refusal.hpp"
#include "units/unit_expression.hpp"

#include <cstddef>
#include <string_view>

namespace reckon::units {

struct Scan {
  Found found;
  bool is_read = false;
  bool has_letter = false;  ///< 10M: a magnitude letter
  Refusal refusal;          ///< when it is not read
};

/// The quantity at `at`, in a claim's role. Whatever stands behind its end is not looked at.
Scan scan(std::string_view text, std::size_t at, const Expectation& expect, UnitPlace place);

}  // namespace reckon::units
