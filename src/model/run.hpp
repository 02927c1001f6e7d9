// SPDX-License-Identifier: MIT
// Runs a model over a scenario: point values, what is open and why, and the interval of an output while its
// inputs roam over theirs.
#pragma once

#include "formula/evaluate.hpp"
#include "model/model.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace reckon::model {

/// Where the value of a slot comes from; the first that speaks wins.
enum class Provenance {
  user,      ///< --set, name=value or a scenario file
  declared,  ///< a variable that the response declares by its name
  variable,  ///< the prompt's default of a context variable
  stated,    ///< read in the response
  platform,  ///< what the platform takes when an artefact does not say
  fallback,  ///< the model's default
};

std::string_view name(Provenance provenance);

/// A value in force. Slots that the model computes may be given too: they are then not recomputed.
struct Given {
  units::Stated stated;
  Provenance from = Provenance::user;
  std::string origin;               ///< "variable peakTPS", "table 1/row 2/column 2"
  std::optional<base::Span> place;  ///< where it stands in the response
};

/// Per slot of the model: what is given, if anything. The model's defaults are not in here.
using Scenario = std::vector<std::optional<Given>>;

/// Per slot: a value, or why there is none.
struct Outcome {
  std::optional<double> value;
  std::vector<SlotId> missing;  ///< open inputs that it depends on
  std::optional<formula::Failure> failure;
};

struct Run {
  std::vector<Outcome> outcomes;
};

/// Values in force at a point: given, else the model's default, else computed, else open.
Run run(const Model& model, const Scenario& scenario);

/// The given value of each input, its range, or one of the two, as `choose` decides.
using Width = std::function<units::Interval(SlotId input, double value)>;

/// The interval that one computed slot takes while each of its inputs roams over `width(input)`. Exact for
/// formulas that are monotone in each input on its own, which is what sizing formulas are; the direction of
/// each input is found by trying both ends.
std::optional<units::Interval> interval(const Model& model, const Scenario& scenario, SlotId output,
                                        const Width& width);

/// Inputs and given slots that a slot's value comes from (itself, if it is one), in slot order.
std::vector<SlotId> sources_of(const Model& model, const Scenario& scenario, SlotId slot);

/// One formula of the model at the point of a run; nothing when it needs an open value.
std::optional<double> evaluate_at(const Run& run, const formula::Formula& formula);

}  // namespace reckon::model
