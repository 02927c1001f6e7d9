// SPDX-License-Identifier: MIT
// A model's formulas written out: one calculation over the values in force.
#pragma once

#include "formula/calculation.hpp"
#include "model/run.hpp"

#include <optional>

namespace reckon::check {

/// A computed slot written out; nothing when a value is open or the calculation is longer than is useful.
std::optional<formula::Calculation> write_out(const model::Model& model, const model::Scenario& scenario,
                                              model::SlotId slot);

}  // namespace reckon::check
