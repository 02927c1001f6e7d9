// SPDX-License-Identifier: MIT
// What recomputing says about one claim.
#pragma once

#include "model/run.hpp"
#include "units/quantity.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::check {

enum class Verdict {
  given,  ///< an input that the response states and that was taken
  consistent,
  rounded,
  plausible,
  too_small,
  too_large,
  contradicted,
  impossible,
  disagrees,
  inherited,
  open,
  unreadable,
  unbound,  ///< read, and about nothing that the model knows
};

std::string_view name(Verdict verdict);
bool is_wrong(Verdict verdict);

/// What recomputing says about one claim.
struct Judgement {
  Verdict verdict = Verdict::unbound;
  std::optional<units::Interval> recomputed;  ///< base units; what can follow from the numbers in force
  std::optional<units::Interval> band;        ///< while open inputs roam over their plausible ranges
  std::optional<double> ratio;                ///< stated over recomputed
  std::string calculation;
  std::string convention;  ///< "holds with KB as 1024 bytes": why a number that is off is accepted
  std::vector<model::SlotId> missing;  ///< of an open claim
  float evidence = 0.0F;               ///< bits, of what was derived
};

}  // namespace reckon::check
