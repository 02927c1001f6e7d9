// SPDX-License-Identifier: MIT
#include "derive/kinds.hpp"

#include <algorithm>

namespace reckon::derive {

std::uint32_t Kinds::number_of(const units::Dimension& dimension) {
  const auto known = std::find(all_.begin(), all_.end(), dimension);
  const auto number = static_cast<std::uint32_t>(known - all_.begin());
  if (known == all_.end()) all_.push_back(dimension);
  return number;
}

void Kinds::relate() {
  pairs_.clear();
  for (const units::Dimension& a : all_) {
    for (const units::Dimension& b : all_)
      pairs_.push_back({a * b == wanted_, a / b == wanted_, a == wanted_ && b == wanted_});
  }
}

}  // namespace reckon::derive
