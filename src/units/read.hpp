// SPDX-License-Identifier: MIT
// Quantity strings -> quantities. What each string means is specified by tests/units/quantity_strings.md.
#pragma once

#include "base/result.hpp"
#include "units/expectation.hpp"
#include "units/quantity.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace reckon::units {

/// The whole text is one quantity. On failure the diagnostic's spans are relative to the text (source 0), its
/// code is `quantity.*`, and its remarks carry the suggestions. Linear in the text; 1 microsecond on usual
/// strings.
base::Result<Stated> read_quantity(std::string_view text, const Expectation& expect = {});

/// The longest quantity that starts exactly at `at` (a digit, sign, mark, currency or number word), in a
/// claim's role. Unknown words after the number end it: "20 MB per core for JVM" is `20 MB per core`.
std::optional<Found> scan_quantity(std::string_view text, std::size_t at, const Expectation& expect);

}  // namespace reckon::units
