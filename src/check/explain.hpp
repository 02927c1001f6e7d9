// SPDX-License-Identifier: MIT
// What would have to be true: inverts the calculation behind a stated number, input by input, nearest to
// plausible first.
#pragma once

#include "check/claim.hpp"
#include "formula/calculation.hpp"
#include "model/run.hpp"

#include <string>
#include <vector>

namespace reckon::check {

/// "cpu_time = 20 ms·core/request at 100 % utilisation, 14 ms·core/request at 70 %": at most `most` lines.
std::vector<std::string> to_be_right(const model::Model& model, const model::Scenario& scenario,
                                     model::SlotId slot, double stated, std::size_t most);

/// What a stated number implies for each guess of the model behind it: "cpu_time = 14 ms·core/request at 70 %
/// utilisation".
std::vector<std::string> implied(const model::Model& model, const model::Scenario& scenario,
                                 model::SlotId slot, double stated);

/// What would have to be true in an equation: "50 µs would have to be 20 ms".
std::vector<std::string> to_be_right(const formula::Calculation& calculation, double stated,
                                     std::size_t most);

/// The last part of a dotted name, when it is unique in the model; otherwise the whole name.
std::string short_name(const model::Model& model, model::SlotId slot);

/// "cpu_time = 1 ms·core/request is assumed, and nobody has checked it" for each of these slots whose
/// unverified default is in force.
std::vector<std::string> unchecked(const model::Model& model, const model::Scenario& scenario,
                                   const std::vector<model::SlotId>& sources);

}  // namespace reckon::check
