// SPDX-License-Identifier: MIT
// Selection beside sorting, on columns that are short, long, sorted, of few values, and with far outliers.
#include "whatif/order_statistics.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace reckon::whatif {
namespace {

const std::vector<double> probabilities{0.0, 0.0001, 0.01, 0.05, 0.5, 0.95, 0.99, 0.9999, 1.0};

std::vector<double> by_sorting(std::vector<double> numbers) {
  std::sort(numbers.begin(), numbers.end());
  std::vector<double> out;
  for (const double p : probabilities) {
    // The smallest that at least the part p does not exceed.
    std::size_t rank = 0;
    while (static_cast<double>(rank + 1) < p * static_cast<double>(numbers.size())) ++rank;
    out.push_back(numbers[rank]);
  }
  return out;
}

/// Values without an order that a strided look could miss.
std::vector<double> scattered(std::size_t size) {
  std::vector<double> out;
  double x = 0.5;
  for (std::size_t i = 0; i < size; ++i) {
    x += 0.6180339887498949;
    x -= std::floor(x);
    out.push_back(std::exp(8.0 * x));
  }
  return out;
}

}  // namespace

TEST_CASE("quantiles are those of the sorted column") {
  for (const std::size_t size : {1U, 2U, 3U, 100U, 16384U, 16385U, 100'000U}) {
    INFO(size);
    const auto numbers = scattered(size);
    CHECK(quantiles(numbers, probabilities) == by_sorting(numbers));
  }
}

TEST_CASE("quantiles of columns that no probe foresees are right as well") {
  const std::size_t size = 60'000;
  std::vector<double> rising(size);
  std::iota(rising.begin(), rising.end(), 0.0);
  std::vector<double> falling(rising.rbegin(), rising.rend());
  const std::vector<double> same(size, 7.0);
  std::vector<double> few(size);
  for (std::size_t i = 0; i < size; ++i) few[i] = static_cast<double>(i % 3);
  // Just where the probes look, numbers are far off.
  std::vector<double> traps(size, 1.0);
  for (std::size_t i = 0; i < size; i += size >> 13U) traps[i] = 1e9 + static_cast<double>(i);
  for (const auto& numbers : {rising, falling, same, few, traps})
    CHECK(quantiles(numbers, probabilities) == by_sorting(numbers));
}

TEST_CASE("any column's quantiles are those of the sorted column") {
  const bool holds = rc::check("quantiles", [] {
    const auto numbers = *rc::gen::nonEmpty(rc::gen::arbitrary<std::vector<int>>());
    const std::vector<double> values(numbers.begin(), numbers.end());
    RC_ASSERT(quantiles(values, probabilities) == by_sorting(values));
  });
  CHECK(holds);
}

TEST_CASE("a histogram counts every number once, in parts of a round width") {
  const auto numbers = scattered(50'000);
  const Histogram histogram = whatif::histogram(numbers, 10.0, 990.0, 1.0, 16);
  CHECK(histogram.width == 100.0);
  CHECK(histogram.low == 0.0);
  CHECK(histogram.counts.size() == 10);
  CHECK(histogram.below == 0);
  const auto inside = std::accumulate(histogram.counts.begin(), histogram.counts.end(), std::uint64_t{0});
  CHECK(inside + histogram.above == numbers.size());
  const auto in_third =
      std::count_if(numbers.begin(), numbers.end(), [](double x) { return x >= 200.0 && x < 300.0; });
  CHECK(histogram.counts[2] == static_cast<std::uint64_t>(in_third));
}

TEST_CASE("whole numbers have parts of their own") {
  const std::vector<double> nodes{3, 4, 4, 5, 5, 5, 9};
  const Histogram histogram = whatif::histogram(nodes, 3.0, 5.0, 1.0, 16);
  CHECK(histogram.width == 1.0);
  CHECK(histogram.low == 3.0);
  CHECK(histogram.counts == std::vector<std::uint64_t>{1, 2, 3});
  CHECK(histogram.above == 1);
  // In their unit: 3 GB, 4 GB.
  const Histogram bytes = whatif::histogram(std::vector<double>{3e9, 4e9}, 3e9, 4e9, 1e9, 16);
  CHECK(bytes.width == 1e9);
}

TEST_CASE("equal numbers, zero and negative ones have a histogram") {
  for (const double value : {0.0, 1e-12, -5.5, 3e15}) {
    INFO(value);
    const std::vector<double> same(10, value);
    const Histogram histogram = whatif::histogram(same, value, value, 1.0, 16);
    CHECK(histogram.counts == std::vector<std::uint64_t>{10});
    CHECK(histogram.width > 0.0);
  }
}

}  // namespace reckon::whatif
