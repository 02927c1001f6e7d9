// SPDX-License-Identifier: MIT
// The cheapest right and the cheapest wrong story of each number, in bits. A relation that does not hold is
// accused only where the wrong story wins clearly: a slip, against a misreading, against another way to come
// by the number.
#pragma once

#include "derive/derivation.hpp"
#include "derive/slips.hpp"

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

/// A relation that does not hold, weighed.
struct Accusation {
  std::uint32_t derivation = 0;
  std::optional<SlipFound> slip;
  float margin = 0.0F;  ///< bits by which the wrong story is cheaper: the sum of the reasons
  double probability = 0.0;
  bool is_told = false;
  std::vector<Reason> reasons;
};

struct Judged {
  std::vector<Story> stories;  ///< one for each mention
  std::vector<Accusation> weighed;
};

/// From a margin to the chance that the accusation is right: fitted on labelled documents (tests/prices).
double probability_of(float margin);

inline constexpr double error_from = 0.95;
inline constexpr double warning_from = 0.85;

Judged judge(const Page& page, const base::Sources& sources, const std::vector<Derivation>& derivations);

}  // namespace reckon::derive
