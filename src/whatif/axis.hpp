// SPDX-License-Identifier: MIT
// One input that takes many values, as it is typed:
//
//   axis  := name "=" low ".." high [":" (count | step | "+" number | "x" factor)]
//
// count is a whole number; step has a unit, or a plus sign where the unit is none. `low` may leave its unit
// to `high`.
#pragma once

#include "base/result.hpp"
#include "check/context.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace reckon::whatif {

struct Axis {
  std::string name;                  ///< as typed: of a variable, or the slot's full name
  std::vector<model::SlotId> slots;  ///< that take the value; more than one when a variable feeds several
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

/// A name and what stands behind its "=": the beginning of every axis and distribution.
struct Assignment {
  std::string name;
  std::vector<model::SlotId> slots;
  base::Span name_span;
  base::Span value_span;
};

/// The slots that a name stands for: those that a variable feeds with its quantity, or one of the model.
base::Result<std::vector<model::SlotId>> find_slots(const check::Context& context,
                                                    const base::Sources& sources, const base::Span& name);

/// `source` holds one assignment; `written` says how one is written, for the message when it is none.
base::Result<Assignment> read_assignment(const check::Context& context, const base::Sources& sources,
                                         base::SourceId source, std::string_view written);

/// Two values with ".." between them, as an axis of no points yet; `part` is all of it.
base::Result<Axis> read_range(const check::Context& context, const base::Sources& sources,
                              const Assignment& assignment, const base::Span& part);

/// `source` holds one axis. Codes are `usage.*` and those of quantities.
base::Result<Axis> read_axis(const check::Context& context, const base::Sources& sources,
                             base::SourceId source);

}  // namespace reckon::whatif
