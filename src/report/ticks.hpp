// SPDX-License-Identifier: MIT
// The scale of a chart's axis: where a value lies between its ends, and the round values worth a mark.
#pragma once

#include <string>
#include <vector>

namespace reckon::report {

struct Scale {
  double low = 0.0;
  double high = 1.0;
  bool is_logarithmic = false;  ///< both ends are then above zero

  /// 0 at the low end, 1 at the high end.
  [[nodiscard]] double position(double value) const;
};

struct Tick {
  double value = 0.0;
  std::string label;
};

/// A scale for values between two ends: from zero where it is linear and nothing lies below, and ending on
/// round values. Equal ends are taken apart.
Scale scale_for(double low, double high, bool is_logarithmic);

/// At most about `most` round values of the scale, rising: steps of 1, 2 or 5 times a power of ten; powers of
/// ten on a logarithmic scale.
std::vector<Tick> ticks(const Scale& scale, std::size_t most);

}  // namespace reckon::report
