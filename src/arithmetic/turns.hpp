// SPDX-License-Identifier: MIT
// Words that say which way a number goes: what is left of it, what comes on top, what is taken away, what it
// is multiplied by. A word may say more than one: "headroom" is kept free or bought on top.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace reckon::arithmetic {

using Turns = std::uint8_t;
namespace turn {
inline constexpr Turns rest = 1;       ///< "left", "the other", "spare"
inline constexpr Turns rise = 2;       ///< "adds", "overhead", "grows"
inline constexpr Turns fall = 4;       ///< "discount", "compressed", "cut"
inline constexpr Turns factor = 8;     ///< "factor", "ratio", "fold": the number beside it has no unit
inline constexpr Turns fullness = 16;  ///< "full", "utilisation": a share of what there is
}  // namespace turn

/// Of a stem: lower case, singular.
Turns turns_of(std::string_view stem);

/// What "4:1" and "1:4" multiply or divide by.
std::optional<double> ratio_of(std::string_view word);

}  // namespace reckon::arithmetic
