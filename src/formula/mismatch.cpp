// SPDX-License-Identifier: MIT
#include "formula/mismatch.hpp"

#include "base/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace reckon::formula {
namespace {

using units::Axis;
using units::Dimension;

constexpr std::array<std::string_view, units::axis_count> axis_names{
    "time", "data", "money", "length", "request", "message", "user", "node", "core", "partition"};

std::string power_of(std::string_view base, int exponent) {
  return exponent == 1 ? std::string(base) : fmt::format("{}^{}", base, exponent);
}

void pad(std::string& text, std::size_t width) {
  const std::size_t used = base::display_width(text);
  if (used < width) text.append(width - used, ' ');
}

}  // namespace

std::string noun(const Dimension& dimension) {
  if (dimension.is_dimensionless()) return "a plain number";
  const std::string name = units::common_name(dimension);
  return name.empty() ? fmt::format("'{}'", units::symbol(dimension)) : name;
}

std::string label(const Dimension& dimension) {
  return dimension.is_dimensionless() ? "plain number" : units::describe(dimension);
}

std::string_view axis_name(Axis axis) {
  return axis_names[static_cast<std::size_t>(axis)];
}

std::vector<Axis> differing_axes(const Dimension& a, const Dimension& b) {
  std::vector<Axis> out;
  for (std::size_t i = 0; i < units::axis_count; ++i) {
    if (a.exponents[i] != b.exponents[i]) out.push_back(static_cast<Axis>(i));
  }
  return out;
}

std::string listed(const std::vector<Axis>& axes) {
  std::string out;
  for (std::size_t i = 0; i < axes.size(); ++i) {
    if (i > 0) out += i + 1 == axes.size() ? " and " : ", ";
    out += axis_name(axes[i]);
  }
  return out;
}

base::Remark factors(const DimensionOf& first, const DimensionOf& second) {
  constexpr std::string_view times = " × ";
  const std::array sides{&first, &second};
  std::array<std::string, 2> lines;
  const std::size_t title_width =
      std::max(base::display_width(first.title), base::display_width(second.title));
  for (std::size_t side = 0; side < 2; ++side) {
    lines[side] = std::string(sides[side]->title);
    pad(lines[side], title_width + 2);
  }
  std::array<bool, 2> begun{false, false};
  bool any_column = false;
  for (std::size_t axis = 0; axis < units::axis_count; ++axis) {
    std::array<std::string, 2> cells;
    for (std::size_t side = 0; side < 2; ++side) {
      const int exponent = sides[side]->dimension.exponents[axis];
      if (exponent != 0) cells[side] = power_of(axis_names[axis], exponent);
    }
    const std::size_t width = std::max(cells[0].size(), cells[1].size());
    if (width == 0) continue;
    for (std::size_t side = 0; side < 2; ++side) {
      const bool joined = !cells[side].empty() && begun[side];
      if (any_column) lines[side] += joined ? times : "   ";
      begun[side] = begun[side] || !cells[side].empty();
      pad(cells[side], width);
      lines[side] += cells[side];
    }
    any_column = true;
  }
  for (std::size_t side = 0; side < 2; ++side) {
    if (!begun[side]) {
      lines[side] = std::string(sides[side]->title);
      pad(lines[side], title_width + 2);
      lines[side] += "1";
    }
    lines[side].erase(lines[side].find_last_not_of(' ') + 1);
  }
  return {"factors", lines[0] + '\n' + lines[1]};
}

std::optional<std::string> certain_fix(std::string_view subject, const Dimension& actual,
                                       const Dimension& expected) {
  if (actual == expected) return std::nullopt;
  if (expected == Dimension{} / actual) return fmt::format("invert {}", subject);
  const auto axes = differing_axes(actual, expected);
  if (axes.size() != 1) return std::nullopt;
  const int missing = expected.of(axes.front()) - actual.of(axes.front());
  Dimension unit;
  unit.exponents[static_cast<std::size_t>(axes.front())] = static_cast<std::int8_t>(std::abs(missing));
  return fmt::format("{} {} by {} ({})", missing > 0 ? "multiply" : "divide", subject,
                     power_of(axis_name(axes.front()), std::abs(missing)), units::symbol(unit));
}

}  // namespace reckon::formula
