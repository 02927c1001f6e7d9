// SPDX-License-Identifier: MIT
// The cheapest right and the cheapest wrong story of each number, in bits. A relation that does not hold is
// accused only where the wrong story wins clearly: a slip, against a misreading, against another way to come
// by the number.
#pragma once

#include "derive/judge/accusation.hpp"
#include "derive/page/derivation.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace reckon::derive {

enum class Fate : std::uint8_t {
  input,  ///< nothing yields it, and nothing says that something does
  explained,
  unexplained,  ///< a calculation is said to yield it, and does not, or not clearly
  accused,
  inherited,  ///< follows from an accused number
};

std::string_view name(Fate fate);

struct Story {
  Fate fate = Fate::input;
  std::uint32_t by = nowhere;  ///< the best derivation: that explains it, or that it fails
  float evidence = 0.0F;
};

struct Judged {
  std::vector<Story> stories;  ///< one for each mention
  std::vector<Accusation> weighed;
};

/// From a margin to the chance that the accusation is right: fitted on labelled documents (tests/prices).
double probability_of(float margin);

inline constexpr double error_from = 0.95;
inline constexpr double warning_from = 0.85;

/// `bar`: bits from which an accusation is told; where nothing is asked for, from a warning on.
Judged judge(const Page& page, const base::Sources& sources, const std::vector<Derivation>& derivations,
             std::optional<float> bar = std::nullopt);

}  // namespace reckon::derive
