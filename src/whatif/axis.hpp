// SPDX-License-Identifier: MIT
// One input that takes many values, as it is typed:
//
//   axis  := name "=" low ".." high [":" (count | step | "+" number | "x" factor)]
//
// count is a whole number; step has a unit, or a plus sign where the unit is none.
#pragma once

#include "whatif/range.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace reckon::whatif {

struct Axis {
  std::string name;                  ///< as Assignment
  std::vector<model::SlotId> slots;  ///< that take the value
  std::string unit_text;             ///< of the values when they are told
  units::Unit unit;
  base::Span span;  ///< the whole axis

  double low = 0.0;  ///< in `unit`
  double high = 0.0;
  double step = 0.0;         ///< in `unit`; the factor when `is_factor`
  bool is_factor = false;    ///< each value is `step` times the one before
  std::uint64_t points = 0;  ///< at least 2

  /// The i-th value, in base units.
  [[nodiscard]] double value(std::uint64_t index) const;
};

/// `source` holds one axis. Codes are `usage.*` and those of quantities.
base::Result<Axis> read_axis(const check::Context& context, const base::Sources& sources,
                             base::SourceId source);

}  // namespace reckon::whatif
