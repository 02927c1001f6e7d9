// SPDX-License-Identifier: MIT
// The cheapest right and the cheapest wrong story of each number, in bits. A relation that does not hold is
// accused only where the wrong story wins clearly: a slip, against a misreading, against another way to come
// by the number.
#pragma once

#include "derive/judge/judged.hpp"
#include "derive/page/derivation.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace reckon::derive {

std::string_view name(Fate fate);

/// From a margin to the chance that the accusation is right: fitted on labelled documents (tests/prices).
double probability_of(float margin);

inline constexpr double error_from = 0.95;
inline constexpr double warning_from = 0.85;

/// `bar`: bits from which an accusation is told; where nothing is asked for, from a warning on.
Judged judge(const Page& page, const base::Sources& sources, const std::vector<Derivation>& derivations,
             std::optional<float> bar = std::nullopt);

}  // namespace reckon::derive
