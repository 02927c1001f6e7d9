// SPDX-License-Identifier: MIT
#include "derive/search/kinds.hpp"

#include <algorithm>

namespace reckon::derive {

std::uint32_t Kinds::find(const units::Dimension& dimension) const {
  const auto known = std::find(all_.begin(), all_.end(), dimension);
  return known == all_.end() ? none : static_cast<std::uint32_t>(known - all_.begin());
}

std::uint32_t Kinds::number_of(const units::Dimension& dimension) {
  const std::uint32_t known = find(dimension);
  if (known != none) return known;
  all_.push_back(dimension);
  return static_cast<std::uint32_t>(all_.size() - 1);
}

void Kinds::relate() {
  partners_.clear();
  for (const units::Dimension& own : all_)
    partners_.push_back({find(wanted_ / own), find(own / wanted_), find(own * wanted_)});
}

}  // namespace reckon::derive
