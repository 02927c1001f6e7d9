// SPDX-License-Identifier: MIT
// One scenario tried again and again with some of its values changed: what every what-if question is made of.
// Gives the same numbers as model::run, but computes only what the outputs asked for need and what the
// changes reach.
#pragma once

#include "model/run.hpp"

#include <optional>
#include <vector>

namespace reckon::whatif {

class Trial {
 public:
  /// `varied` are the slots that `set` will be called for; they count as given from the start.
  Trial(const model::Model& model, const model::Scenario& scenario, std::vector<model::SlotId> outputs,
        const std::vector<model::SlotId>& varied);

  /// In base units.
  void set(model::SlotId varied, double value) { values_[varied] = value; }
  /// Recomputes the outputs.
  void run();

  /// Nothing when the output is open or failed.
  [[nodiscard]] std::optional<double> value(model::SlotId slot) const;
  /// Why an output has no value although nothing is missing, or null.
  [[nodiscard]] const formula::Failure* failure(model::SlotId slot) const;
  /// Open inputs that an output needs.
  [[nodiscard]] const std::vector<model::SlotId>& missing(model::SlotId slot) const { return missing_[slot]; }
  /// Whether a change reaches the slot.
  [[nodiscard]] bool depends(model::SlotId slot) const { return reached_[slot]; }
  [[nodiscard]] const std::vector<model::SlotId>& outputs() const { return outputs_; }

 private:
  void compute(model::SlotId slot);

  const model::Model* model_;
  std::vector<model::SlotId> outputs_;
  std::vector<model::SlotId> moving_;  ///< computed slots that a change reaches, in evaluation order
  std::vector<bool> reached_;
  std::vector<double> values_;
  std::vector<std::optional<formula::Failure>> failures_;
  std::vector<std::vector<model::SlotId>> missing_;
};

}  // namespace reckon::whatif
