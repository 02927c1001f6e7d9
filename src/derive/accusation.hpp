// SPDX-License-Identifier: MIT
// What is held against a number.
#pragma once

#include "derive/derivation.hpp"
#include "derive/slips.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace reckon::derive {

/// A relation that does not hold, weighed.
struct Accusation {
  std::uint32_t derivation = 0;
  std::optional<SlipFound> slip;
  float margin = 0.0F;  ///< bits by which the wrong story is cheaper: the sum of the reasons
  double probability = 0.0;
  bool is_told = false;
  std::vector<Reason> reasons;
};

}  // namespace reckon::derive
