// SPDX-License-Identifier: MIT
// How two dimensions that should be one are explained: by name, factor by factor, and with a fix when there
// is exactly one.
#pragma once

#include "base/diagnostic.hpp"
#include "units/dimension.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::formula {

/// "bandwidth", "'s·core/request'", "a plain number": for a headline.
std::string noun(const units::Dimension& dimension);
/// "bandwidth (B/s)", "plain number": for a label.
std::string label(const units::Dimension& dimension);

std::string_view axis_name(units::Axis axis);
/// Axes in which the two differ.
std::vector<units::Axis> differing_axes(const units::Dimension& a, const units::Dimension& b);
/// "request", "request and core", "request, core and node".
std::string listed(const std::vector<units::Axis>& axes);

/// One side of a comparison of dimensions.
struct DimensionOf {
  std::string_view title;
  units::Dimension dimension;
};

/// Two lines in which equal factors stand below each other.
base::Remark factors(const DimensionOf& first, const DimensionOf& second);

/// What to do with `subject` so that it becomes `expected`; only when it is the inverse or a power of one
/// axis is all that is missing.
std::optional<std::string> certain_fix(std::string_view subject, const units::Dimension& actual,
                                       const units::Dimension& expected);

}  // namespace reckon::formula
