// SPDX-License-Identifier: MIT
// Each loop is compiled once for each set of instructions from one text. Nothing in it may give another
// result in another set: sums, products, quotients and square roots are exact to the last bit everywhere, and
// the logarithm and the exponential, which a mathematical library may choose by processor, are written out.
#include "whatif/random.hpp"

#include <bit>
#include <cmath>
#include <cstddef>

namespace reckon::whatif {
namespace {

using formula::KernelSet;

using Words = std::array<std::uint32_t, 4>;

constexpr std::uint32_t high_half(std::uint64_t product) {
  return static_cast<std::uint32_t>(product >> 32U);
}
constexpr std::uint32_t low_half(std::uint64_t product) {
  return static_cast<std::uint32_t>(product);
}

[[gnu::always_inline]] inline Words philox_rounds(Words words, std::uint32_t key_0, std::uint32_t key_1) {
  auto [a, b, c, d] = words;
#pragma GCC unroll 10
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t first = std::uint64_t{a} * 0xD2511F53U;
    const std::uint64_t second = std::uint64_t{c} * 0xCD9E8D57U;
    a = high_half(second) ^ b ^ key_0;
    b = low_half(second);
    c = high_half(first) ^ d ^ key_1;
    d = low_half(first);
    key_0 += 0x9E3779B9U;
    key_1 += 0xBB67AE85U;
  }
  return {a, b, c, d};
}

/// The middle of one of 2^52 equal parts of 0 to 1.
[[gnu::always_inline]] inline double to_unit(std::uint32_t high, std::uint32_t low) {
  const std::uint64_t bits = (std::uint64_t{high} << 20U) | (low >> 12U);
  return std::bit_cast<double>(bits | 0x3ff0000000000000U) - (1.0 - 0x1p-53);
}

[[gnu::always_inline]] inline void uniform(std::uint64_t seed, std::uint32_t stream, std::uint64_t first,
                                           double* __restrict even, double* __restrict odd,
                                           std::size_t rows) {
  const std::uint32_t start = low_half(first);
  const std::uint32_t high = high_half(first);
  for (std::size_t i = 0; i < rows; ++i) {
    const std::uint32_t low = start + static_cast<std::uint32_t>(i);
    const Words words = philox_rounds({low, high, stream, 0}, low_half(seed), high_half(seed));
    even[i] = to_unit(words[0], words[1]);
    odd[i] = to_unit(words[2], words[3]);
  }
}

/// ln x of a normal number above zero, as in fdlibm (e_log.c, Sun Microsystems 1993): x = 2^k (1 + f) with
/// 1 + f between the roots of 1/2 and of 2.
[[gnu::always_inline]] inline double logarithm(double x) {
  constexpr std::uint64_t root_of_half = 0x3fe6a09e667f3bcdU;
  constexpr std::uint64_t mantissa = 0x000fffffffffffffU;
  // 1024 more keeps the exponent positive, so that it can be shifted down without its sign.
  const std::uint64_t shifted = std::bit_cast<std::uint64_t>(x) - root_of_half + (std::uint64_t{1024} << 52U);
  const double k = std::bit_cast<double>((shifted >> 52U) | 0x4330000000000000U) - (0x1p52 + 1024.0);
  const double f = std::bit_cast<double>((shifted & mantissa) + root_of_half) - 1.0;
  const double s = f / (2.0 + f);
  const double z = s * s;
  double r = 1.479819860511658591e-01;
  r = 1.531383769920937332e-01 + r * z;
  r = 1.818357216161805012e-01 + r * z;
  r = 2.222219843214978396e-01 + r * z;
  r = 2.857142874366239149e-01 + r * z;
  r = 3.999999999940941908e-01 + r * z;
  r = 6.666666666666735130e-01 + r * z;
  r = r * z;
  const double half_square = 0.5 * f * f;
  return k * 6.93147180369123816490e-01 -
         ((half_square - (s * (half_square + r) + k * 1.90821492927058770002e-10)) - f);
}

/// What is added to a number below 2^51 rounds it to a whole one, which then stands in the lowest bits.
constexpr double to_whole = 0x1.8p52;

/// Box and Muller, "A note on the generation of random normal deviates", 1958. Sine and cosine of up to an
/// eighth of a turn are those of fdlibm (k_sin.c, k_cos.c); quarter turns change sides and signs.
[[gnu::always_inline]] inline void normal(double* __restrict even, double* __restrict odd, std::size_t rows) {
  constexpr double quarter_turn = 1.57079632679489661923;
  for (std::size_t i = 0; i < rows; ++i) {
    const double radius = std::sqrt(-2.0 * logarithm(even[i]));
    const double quarters = 4.0 * odd[i];
    const double shifted = quarters + to_whole;
    const double x = (quarters - (shifted - to_whole)) * quarter_turn;
    const double z = x * x;
    double s = 1.58969099521155010221e-10;
    s = -2.50507602534068634195e-08 + s * z;
    s = 2.75573137070700676789e-06 + s * z;
    s = -1.98412698298579493134e-04 + s * z;
    s = 8.33333333332248946124e-03 + s * z;
    s = -1.66666666666666324348e-01 + s * z;
    s = x + x * z * s;
    double c = -1.13596475577881948265e-11;
    c = 2.08757232129817482790e-09 + c * z;
    c = -2.75573143513906633035e-07 + c * z;
    c = 2.48015872894767294178e-05 + c * z;
    c = -1.38888888888741095749e-03 + c * z;
    c = 4.16666666666666019037e-02 + c * z;
    c = 1.0 - 0.5 * z + z * z * c;
    const std::uint64_t turns = std::bit_cast<std::uint64_t>(shifted);
    const std::uint64_t changes = std::uint64_t{0} - (turns & 1U);
    const std::uint64_t sine = std::bit_cast<std::uint64_t>(radius * s);
    const std::uint64_t cosine = std::bit_cast<std::uint64_t>(radius * c);
    const std::uint64_t different = (sine ^ cosine) & changes;
    even[i] = std::bit_cast<double>(cosine ^ different ^ (((turns + 1U) & 2U) << 62U));
    odd[i] = std::bit_cast<double>(sine ^ different ^ ((turns & 2U) << 62U));
  }
}

/// 2^k times the Taylor series of exp(r), |r| <= ln 2 / 2, whose first term left out is below 1e-17.
[[gnu::always_inline]] inline double exponential(double x) {
  constexpr double most = 709.0;
  x = x > most ? most : x;
  x = x < -most + 1.0 ? -most + 1.0 : x;
  const double shifted = x * 1.44269504088896340736 + to_whole;
  const double k = shifted - to_whole;
  const double r = (x - k * 6.93147180369123816490e-01) - k * 1.90821492927058770002e-10;
  double p = 1.0 / 6227020800.0;
  p = 1.0 / 479001600.0 + p * r;
  p = 1.0 / 39916800.0 + p * r;
  p = 1.0 / 3628800.0 + p * r;
  p = 1.0 / 362880.0 + p * r;
  p = 1.0 / 40320.0 + p * r;
  p = 1.0 / 5040.0 + p * r;
  p = 1.0 / 720.0 + p * r;
  p = 1.0 / 120.0 + p * r;
  p = 1.0 / 24.0 + p * r;
  p = 1.0 / 6.0 + p * r;
  p = 0.5 + p * r;
  p = 1.0 + p * r;
  p = 1.0 + p * r;
  return p * std::bit_cast<double>((std::bit_cast<std::uint64_t>(shifted) + 1023U) << 52U);
}

[[gnu::always_inline]] inline void exponentials(double* column, double location, double spread,
                                                std::size_t rows) {
  for (std::size_t i = 0; i < rows; ++i) column[i] = exponential(location + spread * column[i]);
}

/// The three loops for one set of instructions.
struct Loops {
  void (*uniform)(std::uint64_t, std::uint32_t, std::uint64_t, double*, double*, std::size_t);
  void (*normal)(double*, double*, std::size_t);
  void (*exponentials)(double*, double, double, std::size_t);
};

void uniform_baseline(std::uint64_t seed, std::uint32_t stream, std::uint64_t first, double* even,
                      double* odd, std::size_t rows) {
  uniform(seed, stream, first, even, odd, rows);
}
void normal_baseline(double* even, double* odd, std::size_t rows) {
  normal(even, odd, rows);
}
void exponentials_baseline(double* column, double location, double spread, std::size_t rows) {
  exponentials(column, location, spread, rows);
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] void uniform_avx2(std::uint64_t seed, std::uint32_t stream, std::uint64_t first,
                                          double* even, double* odd, std::size_t rows) {
  uniform(seed, stream, first, even, odd, rows);
}
[[gnu::target("avx2")]] void normal_avx2(double* even, double* odd, std::size_t rows) {
  normal(even, odd, rows);
}
[[gnu::target("avx2")]] void exponentials_avx2(double* column, double location, double spread,
                                               std::size_t rows) {
  exponentials(column, location, spread, rows);
}
[[gnu::target("avx512f,avx512dq,avx512vl")]] void uniform_avx512(std::uint64_t seed, std::uint32_t stream,
                                                                 std::uint64_t first, double* even,
                                                                 double* odd, std::size_t rows) {
  uniform(seed, stream, first, even, odd, rows);
}
[[gnu::target("avx512f,avx512dq,avx512vl")]] void normal_avx512(double* even, double* odd, std::size_t rows) {
  normal(even, odd, rows);
}
[[gnu::target("avx512f,avx512dq,avx512vl")]] void exponentials_avx512(double* column, double location,
                                                                      double spread, std::size_t rows) {
  exponentials(column, location, spread, rows);
}
#endif

Loops loops(KernelSet kernels) {
#if defined(__x86_64__)
  switch (kernels) {
    case KernelSet::baseline:
      break;
    case KernelSet::avx2:
      return {uniform_avx2, normal_avx2, exponentials_avx2};
    case KernelSet::avx512:
      return {uniform_avx512, normal_avx512, exponentials_avx512};
  }
#else
  static_cast<void>(kernels);
#endif
  return {uniform_baseline, normal_baseline, exponentials_baseline};
}

}  // namespace

std::array<std::uint32_t, 4> philox(const std::array<std::uint32_t, 4>& counter,
                                    const std::array<std::uint32_t, 2>& key) {
  return philox_rounds(counter, key[0], key[1]);
}

void fill_uniform(std::uint64_t seed, std::uint32_t stream, std::uint64_t first, std::span<double> even,
                  std::span<double> odd, KernelSet kernels) {
  loops(kernels).uniform(seed, stream, first, even.data(), odd.data(), even.size());
}

void to_normal(std::span<double> even, std::span<double> odd, KernelSet kernels) {
  loops(kernels).normal(even.data(), odd.data(), even.size());
}

void to_exponentials(std::span<double> column, double location, double spread, KernelSet kernels) {
  loops(kernels).exponentials(column.data(), location, spread, column.size());
}

}  // namespace reckon::whatif
