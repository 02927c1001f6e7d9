// SPDX-License-Identifier: MIT
// The generator against the vectors of its authors, the columns against the standard library, and every set
// of instructions against every other.
#include "whatif/random.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <vector>

namespace reckon::whatif {
namespace {

using Column = std::vector<double>;
using formula::KernelSet;

constexpr std::size_t rows = 100'000;

struct Pair {
  Column even = Column(rows);
  Column odd = Column(rows);
};

Pair uniform(std::uint64_t seed, std::uint32_t stream, KernelSet kernels = KernelSet::baseline) {
  Pair out;
  fill_uniform(seed, stream, 0, out.even, out.odd, kernels);
  return out;
}

bool same_bits(const Column& a, const Column& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](double x, double y) {
    return std::bit_cast<std::uint64_t>(x) == std::bit_cast<std::uint64_t>(y);
  });
}

/// The largest distance between the share of values below x and what it should be (Kolmogorov and Smirnov),
/// times the root of the number of values: above 1.95 in one of a thousand samples.
double distance(Column values, const std::function<double(double)>& cumulative) {
  std::sort(values.begin(), values.end());
  double out = 0.0;
  const auto count = static_cast<double>(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double wanted = cumulative(values[i]);
    out = std::max({out, std::fabs(wanted - static_cast<double>(i) / count),
                    std::fabs(wanted - static_cast<double>(i + 1) / count)});
  }
  return out * std::sqrt(count);
}

double correlation_of_columns(const Column& a, const Column& b) {
  double aa = 0.0;
  double bb = 0.0;
  double ab = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    aa += a[i] * a[i];
    bb += b[i] * b[i];
    ab += a[i] * b[i];
  }
  return ab / std::sqrt(aa * bb);
}

double normal_part_below(double x) {
  return 0.5 * std::erfc(-x / std::sqrt(2.0));
}

}  // namespace

TEST_CASE("philox gives the known answers of its authors") {
  using Words = std::array<std::uint32_t, 4>;
  CHECK(philox({0, 0, 0, 0}, {0, 0}) == Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  CHECK(philox({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}) ==
        Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
  CHECK(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
        Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("a row's numbers are its four words, wherever a column begins") {
  const std::uint64_t seed = 0x123456789abcdefU;
  // Across the end of the lower counter word.
  const std::uint64_t first = 0xffffffffU - 5;
  Column even(11);
  Column odd(11);
  fill_uniform(seed, 7, first, even, odd, KernelSet::baseline);
  for (std::size_t i = 0; i < even.size() && first + i <= 0xffffffffU; ++i) {
    const auto low = static_cast<std::uint32_t>(first + i);
    const auto words = philox({low, 0, 7, 0}, {0x89abcdef, 0x01234567});
    const auto unit = [](std::uint32_t high, std::uint32_t rest) {
      return (static_cast<double>(high) * 0x1p20 + static_cast<double>(rest >> 12U) + 0.5) * 0x1p-52;
    };
    CHECK(even[i] == unit(words[0], words[1]));
    CHECK(odd[i] == unit(words[2], words[3]));
  }
}

TEST_CASE("uniform columns are uniform, apart from each other and never at an end") {
  for (const std::uint64_t seed : {0U, 1U, 42U}) {
    const Pair pair = uniform(seed, 0);
    const Pair next = uniform(seed, 1);
    for (const Column* column : {&pair.even, &pair.odd, &next.even}) {
      CHECK(*std::min_element(column->begin(), column->end()) > 0.0);
      CHECK(*std::max_element(column->begin(), column->end()) < 1.0);
      CHECK(distance(*column, [](double x) { return x; }) < 1.95);
    }
    CHECK(pair.even != next.even);
    CHECK(pair.even != uniform(seed + 1, 0).even);
  }
}

TEST_CASE("normal columns are those of Box and Muller, normal and apart") {
  const Pair from = uniform(3, 0);
  Pair pair = from;
  to_normal(pair.even, pair.odd, KernelSet::baseline);
  double worst = 0.0;
  for (std::size_t i = 0; i < rows; ++i) {
    const double radius = std::sqrt(-2.0 * std::log(from.even[i]));
    const double angle = 2.0 * std::acos(-1.0) * from.odd[i];
    worst = std::max({worst, std::fabs(pair.even[i] - radius * std::cos(angle)),
                      std::fabs(pair.odd[i] - radius * std::sin(angle))});
  }
  CHECK(worst < 1e-14);
  CHECK(distance(pair.even, normal_part_below) < 1.95);
  CHECK(distance(pair.odd, normal_part_below) < 1.95);
  CHECK(std::fabs(correlation_of_columns(pair.even, pair.odd)) < 3.3 / std::sqrt(static_cast<double>(rows)));
}

TEST_CASE("the ends of the uniform numbers become normal ones") {
  Column even{0x1p-53, 1.0 - 0x1p-53, 0.5, 0.5, 0.5, 0.5, 0.5};
  Column odd{0x1p-53, 0x1p-53, 0.125, 0.25, 0.5, 0.75, 1.0 - 0x1p-53};
  to_normal(even, odd, KernelSet::baseline);
  CHECK(even[0] == Approx(8.5717).epsilon(1e-4));
  CHECK(std::fabs(even[1]) < 2e-8);
  const double radius = std::sqrt(2.0 * std::log(2.0));
  CHECK(even[2] == Approx(radius / std::sqrt(2.0)));
  CHECK(odd[2] == Approx(radius / std::sqrt(2.0)));
  CHECK(odd[3] == Approx(radius));
  CHECK(even[4] == Approx(-radius));
  CHECK(odd[5] == Approx(-radius));
  CHECK(even[6] == Approx(radius));
}

TEST_CASE("exponentials are right to the last bits and stop at the ends of the range") {
  Column column;
  for (double x = -700.0; x <= 700.0; x += 0.37) column.push_back(x);
  Column out = column;
  to_exponentials(out, 0.25, 1.0, KernelSet::baseline);
  for (std::size_t i = 0; i < column.size(); ++i) {
    const double wanted = std::exp(0.25 + column[i]);
    REQUIRE(std::fabs(out[i] - wanted) <= 4e-16 * wanted);
  }
  Column ends{-1e6, 1e6};
  to_exponentials(ends, 0.0, 1.0, KernelSet::baseline);
  CHECK(ends[0] > 0.0);
  CHECK(std::isfinite(ends[1]));
  CHECK(ends[1] > 1e307);
}

TEST_CASE("every set of instructions gives the same bits, whatever the length") {
  for (const KernelSet kernels : {KernelSet::avx2, KernelSet::avx512}) {
    if (!formula::is_supported(kernels)) continue;
    for (const std::size_t length : {std::size_t{1}, std::size_t{7}, std::size_t{64}, std::size_t{1000}}) {
      std::array<Pair, 2> of;
      std::array<KernelSet, 2> sets{KernelSet::baseline, kernels};
      for (std::size_t i = 0; i < of.size(); ++i) {
        of[i].even.resize(length);
        of[i].odd.resize(length);
        fill_uniform(99, 5, 1'000'000'007U, of[i].even, of[i].odd, sets[i]);
        to_normal(of[i].even, of[i].odd, sets[i]);
      }
      CHECK(same_bits(of[0].even, of[1].even));
      CHECK(same_bits(of[0].odd, of[1].odd));
      for (std::size_t i = 0; i < of.size(); ++i) to_exponentials(of[i].even, 1.5, 40.0, sets[i]);
      CHECK(same_bits(of[0].even, of[1].even));
    }
  }
}

}  // namespace reckon::whatif
