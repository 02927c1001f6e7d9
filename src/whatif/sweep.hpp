// SPDX-License-Identifier: MIT
// Every combination of the values of some inputs, and what the outputs become. Rows are handed out one by
// one: a sweep takes the same memory for ten points as for ten million.
#pragma once

#include "whatif/axis.hpp"
#include "whatif/watch.hpp"

#include <functional>
#include <optional>

namespace reckon::whatif {

/// More than anybody reads, and a few minutes of work.
inline constexpr std::uint64_t most_points = 10'000'000;

struct Grid {
  std::vector<Axis> axes;  ///< the last one moves fastest
  std::uint64_t points = 1;
};

/// Each axis is of its own slots, and there are at most `most_points` points.
base::Result<Grid> make_grid(std::vector<Axis> axes);

struct Row {
  std::vector<double> inputs;                  ///< one for each axis, in base units
  std::vector<std::optional<double>> outputs;  ///< in base units
  std::string problem;                         ///< why an output has no value, the first one; or ""
};

struct Swept {
  std::uint64_t rows = 0;
  bool stopped = false;  ///< before its end, from outside
};

Swept sweep(const check::Context& context, const Grid& grid, const std::vector<model::SlotId>& outputs,
            const std::function<void(const Row&)>& take, const Watch& watch);

/// Outputs that a sweep tells about when nobody says which: needs that it moves; without any, all outputs
/// that it moves.
std::vector<model::SlotId> moved_outputs(const check::Context& context,
                                         const std::vector<model::SlotId>& varied);

/// Outputs by name, separated by commas: known, computed, and not open.
base::Result<std::vector<model::SlotId>> read_outputs(const check::Context& context,
                                                      const base::Sources& sources, base::SourceId source,
                                                      const std::vector<model::SlotId>& varied);

/// "'autoscaler.pods_at_peak' is open: it needs rate_per_pod".
base::Diagnostic open_output(const model::Model& model, model::SlotId output,
                             const std::vector<model::SlotId>& missing, const base::Span& place);

/// The slots of all axes.
std::vector<model::SlotId> varied_by(const Grid& grid);

}  // namespace reckon::whatif
