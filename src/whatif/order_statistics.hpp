// SPDX-License-Identifier: MIT
// Quantiles and a histogram of a million numbers without sorting them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace reckon::whatif {

/// For each probability the smallest of the numbers that at least so large a part of them does not exceed:
/// always one that occurs. Probabilities lie between 0 and 1 and rise; there is at least one number, and no
/// NaN.
std::vector<double> quantiles(std::span<const double> numbers, std::span<const double> probabilities);

/// How many numbers lie in each of equal parts, [low + i width, low + (i + 1) width).
struct Histogram {
  double low = 0.0;
  double width = 1.0;
  std::vector<std::uint64_t> counts;
  std::uint64_t below = 0;
  std::uint64_t above = 0;
};

/// Parts whose width is 1, 2 or 5 times a power of ten (times `unit`) and whose ends are multiples of it,
/// from `low` to `high`: at most `most` of them, and no narrower than the distance of whole numbers if all
/// numbers are whole (in `unit`).
Histogram histogram(std::span<const double> numbers, double low, double high, double unit, std::size_t most);

}  // namespace reckon::whatif
