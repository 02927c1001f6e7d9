// SPDX-License-Identifier: MIT
// A model over columns: one flat program that computes chosen outputs and checks for many values of chosen
// slots at once. Everything that does not vary is computed when the program is made; what nobody asked for is
// left out. Gives the numbers of model::run bit for bit.
#pragma once

#include "formula/batch.hpp"
#include "model/run.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace reckon::model {

/// A program with what its columns mean. Input columns are `varied`, in order; output columns are `outputs`,
/// then `checks`. The model need not outlive it.
struct Batch {
  formula::Program program;
  std::vector<SlotId> varied;
  std::vector<SlotId> outputs;
  std::vector<std::size_t> checks;  ///< places in Model::checks
};

/// `varied` slots count as given, whatever the scenario says; a computed slot may be among them. An output
/// that is open or fails is NaN (in all rows, or in those where it does). A check's column is 1 where the
/// check applies and fails, 0 where it holds or does not apply, NaN where that cannot be told.
Batch compile_batch(const Model& model, const Scenario& scenario, std::vector<SlotId> varied,
                    std::vector<SlotId> outputs, std::vector<std::size_t> checks = {});

/// All checks of a model, for `compile_batch`.
std::vector<std::size_t> all_checks(const Model& model);

/// One row again, by the scalar evaluator: what is open and why something failed. `values` are those of
/// `varied`, in order and in base units.
Run run_row(const Model& model, const Scenario& scenario, std::span<const SlotId> varied,
            std::span<const double> values);

}  // namespace reckon::model
