// SPDX-License-Identifier: MIT
#include "units/dimension.hpp"

#include <fmt/format.h>

#include <array>

namespace reckon::units {
namespace {

constexpr std::array<const char*, axis_count> symbols{"s",       "B",    "USD",  "m",    "request",
                                                      "message", "user", "node", "core", "partition"};

struct NamedDimension {
  std::array<std::int8_t, axis_count> exponents;
  const char* name;
};

// Axes: time, data, money, length, request, message, user, node, core, partition.
constexpr std::array named{
    NamedDimension{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, "plain number"},
    NamedDimension{{1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, "duration"},
    NamedDimension{{-1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, "frequency"},
    NamedDimension{{0, 1, 0, 0, 0, 0, 0, 0, 0, 0}, "data size"},
    NamedDimension{{-1, 1, 0, 0, 0, 0, 0, 0, 0, 0}, "bandwidth"},
    NamedDimension{{0, 0, 1, 0, 0, 0, 0, 0, 0, 0}, "money"},
    NamedDimension{{-1, 0, 1, 0, 0, 0, 0, 0, 0, 0}, "cost rate"},
    NamedDimension{{0, -1, 1, 0, 0, 0, 0, 0, 0, 0}, "price of data"},
    NamedDimension{{-1, -1, 1, 0, 0, 0, 0, 0, 0, 0}, "price of storage"},
    NamedDimension{{0, 0, 0, 1, 0, 0, 0, 0, 0, 0}, "distance"},
    NamedDimension{{-1, 0, 0, 1, 0, 0, 0, 0, 0, 0}, "speed"},
    NamedDimension{{0, 0, 0, 0, 1, 0, 0, 0, 0, 0}, "number of requests"},
    NamedDimension{{-1, 0, 0, 0, 1, 0, 0, 0, 0, 0}, "request rate"},
    NamedDimension{{-1, 0, 0, 0, 1, 0, 0, -1, 0, 0}, "request rate per node"},
    NamedDimension{{0, 1, 0, 0, -1, 0, 0, 0, 0, 0}, "size of a request"},
    NamedDimension{{1, 0, 0, 0, -1, 0, 0, 0, 0, 0}, "time per request"},
    NamedDimension{{1, 0, 0, 0, -1, 0, 0, 0, 1, 0}, "core time per request"},
    NamedDimension{{0, 0, 0, 0, 0, 1, 0, 0, 0, 0}, "number of messages"},
    NamedDimension{{-1, 0, 0, 0, 0, 1, 0, 0, 0, 0}, "message rate"},
    NamedDimension{{-1, 0, 0, 0, 0, 1, 0, 0, 0, -1}, "message rate per partition"},
    NamedDimension{{0, 1, 0, 0, 0, -1, 0, 0, 0, 0}, "size of a message"},
    NamedDimension{{0, 0, 0, 0, 0, 0, 1, 0, 0, 0}, "number of users"},
    NamedDimension{{0, 0, 0, 0, 0, 0, 0, 1, 0, 0}, "number of nodes"},
    NamedDimension{{0, 1, 0, 0, 0, 0, 0, -1, 0, 0}, "data per node"},
    NamedDimension{{0, 0, 0, 0, 0, 0, 0, 0, 1, 0}, "number of cores"},
    NamedDimension{{1, 0, 0, 0, 0, 0, 0, 0, 1, 0}, "core time"},
    NamedDimension{{0, 1, 0, 0, 0, 0, 0, 0, -1, 0}, "memory per core"},
    NamedDimension{{0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, "number of partitions"},
    NamedDimension{{0, 1, 0, 0, 0, 0, 0, 0, 0, -1}, "data per partition"},
    NamedDimension{{-1, 1, 0, 0, 0, 0, 0, 0, 0, -1}, "bandwidth per partition"},
};

void append_factor(std::string& out, std::size_t axis, int exponent) {
  if (!out.empty()) out += "·";
  out += symbols[axis];
  if (exponent == 2) out += "²";
  if (exponent == 3) out += "³";
  if (exponent > 3) out += fmt::format("^{}", exponent);
}

}  // namespace

Dimension power(const Dimension& a, int exponent) {
  Dimension out;
  for (std::size_t i = 0; i < axis_count; ++i)
    out.exponents[i] = static_cast<std::int8_t>(a.exponents[i] * exponent);
  return out;
}

std::optional<Dimension> root(const Dimension& a) {
  Dimension out;
  for (std::size_t i = 0; i < axis_count; ++i) {
    if (a.exponents[i] % 2 != 0) return std::nullopt;
    out.exponents[i] = static_cast<std::int8_t>(a.exponents[i] / 2);
  }
  return out;
}

std::string common_name(const Dimension& dimension) {
  for (const NamedDimension& row : named) {
    if (row.exponents == dimension.exponents) return row.name;
  }
  return {};
}

std::string symbol(const Dimension& dimension) {
  std::string above;
  std::string below;
  for (std::size_t i = 0; i < axis_count; ++i) {
    const int exponent = dimension.exponents[i];
    if (exponent > 0) append_factor(above, i, exponent);
    if (exponent < 0) {
      std::string factor;
      append_factor(factor, i, -exponent);
      below += '/' + factor;
    }
  }
  if (above.empty()) above = "1";
  return above + below;
}

std::string describe(const Dimension& dimension) {
  const std::string name = common_name(dimension);
  return name.empty() ? symbol(dimension) : fmt::format("{} ({})", name, symbol(dimension));
}

}  // namespace reckon::units
