// SPDX-License-Identifier: MIT
// Which value of one input would give an output the value that somebody states. Root finding by Boost.Math.
#pragma once

#include "model/run.hpp"

#include <optional>

namespace reckon::model {

/// The value of `input` at which `output` becomes `target`, all else as in the scenario; searched over 12
/// decades either way of the value in force. For a step function (ceil) it is the edge of the step that holds
/// the target, the one at which nothing had to be rounded up (14 ms for 2,000 cores, not 13.99). Nothing when
/// the output does not depend on the input, does not reach the target, or jumps over it by more than
/// `tolerance` (relative).
std::optional<double> invert(const Model& model, const Scenario& scenario, SlotId output, SlotId input,
                             double target, double tolerance = 1e-6);

}  // namespace reckon::model
