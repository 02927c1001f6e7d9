// SPDX-License-Identifier: MIT
// What is held against a number.
#pragma once

#include "derive/judge/changed.hpp"
#include "derive/judge/slips.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace reckon::derive {

/// A relation that does not hold, weighed.
struct Accusation {
  std::uint32_t derivation = 0;
  std::unique_ptr<const SlipFound> slip;  ///< few have one
  float margin = 0.0F;  ///< bits by which the wrong story is cheaper: the sum of the reasons
  double probability = 0.0;
  bool is_told = false;
  std::vector<Reason> reasons;
  /// The operand that is wrong instead of the target, where other relations tell.
  std::optional<Changed> changed;
};

/// The number that an accusation says is wrong; `nowhere` where two expressions are equated.
inline MentionId accused_number(const Accusation& accusation, const std::vector<Derivation>& derivations) {
  return accusation.changed ? accusation.changed->operand : derivations[accusation.derivation].target;
}

}  // namespace reckon::derive
