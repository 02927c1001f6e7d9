// SPDX-License-Identifier: MIT
#include "derive/search/surprise.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace reckon::derive {

float surprise(const arithmetic::Figure& stated, double width) {
  // Counted in the corpora: how often a written number has these digits and no more.
  constexpr std::array<float, 7> by_digits{0.0F, 2.5F, 6.0F, 9.3F, 12.6F, 16.0F, 19.3F};
  const std::size_t digits = std::min<std::size_t>(stated.digits, by_digits.size() - 1);
  if (!(width > 0.0)) return by_digits[digits];
  // The chance to fall into a stretch, if all mantissas were alike.
  constexpr double decade = 2.302585;
  const double bits = std::log2(decade / std::min(width, decade));
  return std::min(by_digits[digits], static_cast<float>(bits));
}

}  // namespace reckon::derive
