// SPDX-License-Identifier: MIT
#include "arithmetic/figures.hpp"

#include <algorithm>
#include <bit>

namespace reckon::arithmetic {
namespace {

std::uint64_t mixed(std::uint64_t hash, std::uint64_t more) {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
  return (std::rotl(hash, 23) ^ more) * odd;
}

std::uint64_t hash_of(const Figure& figure) {
  std::uint64_t out = figure.end;
  for (const double part : {figure.number, figure.high, figure.step, figure.shown, figure.unit.factor})
    out = mixed(out, std::bit_cast<std::uint64_t>(part));
  for (const std::int8_t exponent : figure.unit.dimension.exponents)
    out = (out << 3U) + out + static_cast<std::uint64_t>(exponent);
  out = mixed(out, (std::uint64_t{figure.unit_begin} << 32U) | figure.unit_end);
  out = mixed(out, (std::uint64_t{figure.digits} << 16U) | (std::uint64_t{figure.zeros} << 8U) |
                       static_cast<std::uint64_t>(figure.period));
  return out ^ (out >> 32U);
}

/// Read alike, wherever their readings stand.
bool says_same(Figure a, const Figure& b, const std::vector<Reading>& readings) {
  const auto other = readings.begin() + a.first_reading;
  a.first_reading = b.first_reading;
  return a == b && std::equal(other, other + a.reading_count, readings.begin() + b.first_reading);
}

}  // namespace

std::uint32_t Figures::index_of(Figure figure, std::vector<Reading>& readings) {
  if (figure.reading_count == 0) figure.first_reading = 0;
  constexpr std::size_t least_free = 4;  // one place in four
  if (places_.size() - distinct_.size() <= places_.size() / least_free) grow(readings);
  std::uint32_t& place = places_[place_of(figure, readings)];
  if (place == 0) {
    distinct_.push_back(figure);
    place = static_cast<std::uint32_t>(distinct_.size());
  } else if (distinct_[place - 1].first_reading < figure.first_reading &&
             figure.first_reading + figure.reading_count == readings.size()) {
    readings.resize(figure.first_reading);
  }
  return place - 1;
}

/// Where it stands in the table, or would.
std::size_t Figures::place_of(const Figure& figure, const std::vector<Reading>& readings) const {
  const std::size_t mask = places_.size() - 1;
  std::size_t at = hash_of(figure) & mask;
  while (places_[at] != 0 && !says_same(figure, distinct_[places_[at] - 1], readings)) at = (at + 1) & mask;
  return at;
}

void Figures::grow(const std::vector<Reading>& readings) {
  constexpr std::size_t first_size = 256;
  places_.assign(std::max(first_size, 2 * places_.size()), 0);
  for (std::uint32_t i = 0; i < distinct_.size(); ++i) places_[place_of(distinct_[i], readings)] = i + 1;
}

}  // namespace reckon::arithmetic
