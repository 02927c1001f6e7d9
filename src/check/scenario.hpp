// SPDX-License-Identifier: MIT
// Puts the inputs that a response states in force, behind what the user and the variables give, and judges
// each such statement against the value in force.
#pragma once

#include "check/claim.hpp"
#include "check/context.hpp"
#include "check/verdict.hpp"

#include <optional>
#include <vector>

namespace reckon::check {

/// A value that the prompt gives as an example and the response does not repeat: a guess, that accuses
/// nobody.
bool is_example(const std::optional<model::Given>& given);

/// A copy in which a slot is open.
model::Scenario without(model::Scenario scenario, model::SlotId slot);

/// Fills `context.scenario` from claims about inputs, and the judgements of those claims (given, consistent,
/// rounded or contradicted).
void take_inputs(Context& context, Claims& claims);

/// `facts` with the results that the response states put in force as well, but for `except`: the response's
/// own numbers. `wrong` tells, per slot, whether such a result was judged wrong; set in `own_is_wrong` if one
/// of those stands behind `except`.
struct OwnNumbers {
  model::Scenario scenario;
  bool is_wrong = false;
};
OwnNumbers own_numbers(const Context& context, const Claims& claims, model::SlotId except);

}  // namespace reckon::check
