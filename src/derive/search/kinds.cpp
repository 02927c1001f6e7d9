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

Kinds::Partners Kinds::partners_of(const units::Dimension& dimension) const {
  return {find(wanted_ / dimension), find(dimension / wanted_), find(dimension * wanted_)};
}

bool Kinds::matters(const units::Dimension& dimension) const {
  const Partners with = partners_of(dimension);
  return dimension == wanted_ || with.factor != none || with.divisor != none || with.dividend != none;
}

std::uint32_t Kinds::made(std::uint32_t x, std::uint32_t y, bool is_quotient) {
  if (made_.empty()) {
    singles_ = all_.size();
    made_.assign(2 * singles_ * singles_, unknown);
  }
  std::uint32_t& known = made_[((is_quotient ? singles_ : 0) + x) * singles_ + y];
  if (known == unknown) {
    const units::Dimension dimension = is_quotient ? all_[x] / all_[y] : all_[x] * all_[y];
    known = matters(dimension) ? number_of(dimension) : none;
  }
  return known;
}

void Kinds::relate() {
  partners_.clear();
  for (const units::Dimension& own : all_) partners_.push_back(partners_of(own));
}

}  // namespace reckon::derive
