// SPDX-License-Identifier: MIT
// Reads the number that stands at a place of a text: sign of money, digits or words, range, magnitude, unit.
#pragma once

#include "arithmetic/figure.hpp"

namespace reckon::arithmetic {

struct CurrencySign {
  std::string_view text;
  Currency currency;
};

/// The sign of money at `at`; null for none.
const CurrencySign* currency_at(std::string_view text, std::size_t at);

/// The figure that starts at `at` of a plain text: a digit, a point before one, a sign of money, or a number
/// in words; its further readings are appended. False when none stands there.
bool read_figure(std::string_view text, std::size_t at, Figure& figure, std::vector<Reading>& readings);

}  // namespace reckon::arithmetic
