// SPDX-License-Identifier: MIT
// A dimension as a small array of integer exponents over the axes of system design, and its algebra.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

namespace reckon::units {

/// Strict axes first. The counted ones are strict in models and transparent in prose.
enum class Axis : std::uint8_t { time, data, money, length, request, message, user, node, core, partition };

inline constexpr std::size_t axis_count = 10;
inline constexpr std::size_t strict_axis_count = 4;

struct Dimension {
  std::array<std::int8_t, axis_count> exponents{};

  /// Compared more often than anything else is done with it: as two words, not byte by byte.
  bool operator==(const Dimension& other) const { return words() == other.words(); }
  [[nodiscard]] int of(Axis axis) const { return exponents[static_cast<std::size_t>(axis)]; }
  [[nodiscard]] bool is_dimensionless() const { return *this == Dimension{}; }
  /// True when no strict axis is involved: a plain or a counted number.
  [[nodiscard]] bool is_count() const { return without_counts().is_dimensionless(); }
  /// The same without the counted axes.
  [[nodiscard]] Dimension without_counts() const {
    Dimension out;
    std::copy_n(exponents.begin(), strict_axis_count, out.exponents.begin());
    return out;
  }

 private:
  [[nodiscard]] std::pair<std::uint64_t, std::uint16_t> words() const {
    static_assert(axis_count == sizeof(std::uint64_t) + sizeof(std::uint16_t));
    std::pair<std::uint64_t, std::uint16_t> out;
    std::memcpy(&out.first, exponents.data(), sizeof out.first);
    std::memcpy(&out.second, exponents.data() + sizeof out.first, sizeof out.second);
    return out;
  }
};

inline Dimension axis(Axis which) {
  Dimension out;
  out.exponents[static_cast<std::size_t>(which)] = 1;
  return out;
}
inline Dimension operator*(const Dimension& a, const Dimension& b) {
  Dimension out;
  for (std::size_t i = 0; i < axis_count; ++i)
    out.exponents[i] = static_cast<std::int8_t>(a.exponents[i] + b.exponents[i]);
  return out;
}
inline Dimension operator/(const Dimension& a, const Dimension& b) {
  Dimension out;
  for (std::size_t i = 0; i < axis_count; ++i)
    out.exponents[i] = static_cast<std::int8_t>(a.exponents[i] - b.exponents[i]);
  return out;
}
Dimension power(const Dimension& a, int exponent);
/// The square root, if every exponent is even.
std::optional<Dimension> root(const Dimension& a);

/// How people call it ("bandwidth", "request rate", "duration"), or "" when it has no name.
std::string common_name(const Dimension& dimension);
/// In base units: "B/s", "s·core/request", "1".
std::string symbol(const Dimension& dimension);
/// Both: "bandwidth (B/s)", or only the symbol.
std::string describe(const Dimension& dimension);

}  // namespace reckon::units
