// SPDX-License-Identifier: MIT
// One step of an equation as written: does the side on the right follow from the side on the left, in some
// reading?
#pragma once

#include "check/verdict.hpp"
#include "document/equation.hpp"

namespace reckon::check {

struct StepJudgement {
  bool is_count = false;  ///< the calculation counts things, and its result is told in bytes
  Judgement judgement;
  units::Unit unit;  ///< of the side that states the result
  /// The calculation that the step rests on: its own left side, or the last one with an operator before it.
  formula::Formula calculation;
};

/// A step is contradicted only when no reading of its ambiguous spellings makes it true. Sides whose time,
/// data, money or length do not agree in any reading are `open`: nothing can be said.
StepJudgement judge_step(const document::Equation& equation, std::size_t step);

}  // namespace reckon::check
