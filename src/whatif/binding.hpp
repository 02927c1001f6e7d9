// SPDX-License-Identifier: MIT
// Which constraint binds: the need that asks for most nodes (or cores, or partitions) and by how much, the
// larger side of a `max`, and the check that is nearest to failing.
#pragma once

#include "model/run.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::whatif {

/// Of all needs that count the same thing, the largest decides how much of it there must be.
struct Decider {
  std::string_view counts;  ///< "nodes", "cores", "partitions"
  model::SlotId output = 0;
  double value = 0.0;                 ///< in base units
  std::optional<model::SlotId> next;  ///< the second largest
  double next_value = 0.0;
};

/// In an output's formula, the larger of several things that all vary.
struct Choice {
  model::SlotId output = 0;
  std::string chosen;  ///< as a formula: "in_flight"
  std::string next;
  double ratio = 1.0;  ///< chosen to next, at least 1; infinite when the next is zero
};

/// A check `a <= b` (or the like) that holds, and how much of the larger side is left.
struct Closest {
  std::string check;
  std::string requirement;  ///< as a formula
  double left = 0.0;        ///< 0 at the limit, 1 far from it
};

struct Binding {
  std::vector<Decider> deciders;
  std::vector<Choice> choices;
  std::optional<Closest> closest;
};

Binding binding(const model::Model& model, const model::Scenario& scenario, const model::Run& run);

}  // namespace reckon::whatif
