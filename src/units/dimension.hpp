// SPDX-License-Identifier: MIT
// A dimension as a small array of integer exponents over the axes of system design, and its algebra.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace reckon::units {

/// Strict axes first. The counted ones are strict in models and transparent in prose.
enum class Axis : std::uint8_t { time, data, money, length, request, message, user, node, core, partition };

inline constexpr std::size_t axis_count = 10;
inline constexpr std::size_t strict_axis_count = 4;

struct Dimension {
  std::array<std::int8_t, axis_count> exponents{};

  bool operator==(const Dimension&) const = default;
  [[nodiscard]] int of(Axis axis) const { return exponents[static_cast<std::size_t>(axis)]; }
  [[nodiscard]] bool is_dimensionless() const { return *this == Dimension{}; }
  /// True when no strict axis is involved: a plain or a counted number.
  [[nodiscard]] bool is_count() const;
  /// The same without the counted axes.
  [[nodiscard]] Dimension without_counts() const;
};

Dimension axis(Axis which);
Dimension operator*(const Dimension& a, const Dimension& b);
Dimension operator/(const Dimension& a, const Dimension& b);
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
