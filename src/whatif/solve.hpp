// SPDX-License-Identifier: MIT
// For which values of an input an output keeps to a limit. Only outputs that rise or fall throughout are
// solved for: then the answer is one stretch of values, whose ends are found by bisection (Boost.Math) to the
// last bits, steps of `ceil` included. That the output moves one way only is looked at, not proved: at 513
// places.
#pragma once

#include "whatif/axis.hpp"
#include "whatif/limit.hpp"
#include "whatif/watch.hpp"

#include <optional>

namespace reckon::whatif {

/// An input, and where it is searched for.
struct Sought {
  std::string name;
  std::vector<model::SlotId> slots;
  base::Span span;
  std::optional<units::Interval> between;  ///< as the user says, in base units; otherwise the plausible range
};

/// `source` holds a name or `name=low..high`.
base::Result<Sought> read_sought(const check::Context& context, const base::Sources& sources,
                                 base::SourceId source);

/// One end of the values that keep to the limit.
struct Edge {
  double input = 0.0;   ///< the last value that keeps to it, in base units
  double output = 0.0;  ///< the output there
  /// The output on the other side; nothing where the search ended.
  std::optional<double> beyond;
};

enum class Movement { rises, falls, stays };

struct Solution {
  units::Interval searched;  ///< low and high only, in base units
  bool by_user = false;      ///< searched where the user said
  bool is_beyond = false;    ///< nothing plausible keeps to the limit, so it was searched further
  Movement movement = Movement::rises;
  double at_low = 0.0;  ///< the output at the ends of the search
  double at_high = 0.0;
  std::optional<Edge> low;  ///< both, or neither: no value keeps to the limit
  std::optional<Edge> high;
  /// For `=` where the output jumps over the value: the output on both sides and where.
  std::optional<Edge> jump;
  bool is_by_digits = false;  ///< for `=`: met only within the digits written
};

/// Problems: the output is open, does not depend on the input, moves both ways (`usage.not-monotone`), or has
/// no value anywhere.
base::Result<Solution> solve(const check::Context& context, const Sought& sought, const Limit& limit);

}  // namespace reckon::whatif
