// SPDX-License-Identifier: MIT
// How a value came about, as one line: the formula with the numbers that went in.
#pragma once

#include "model/run.hpp"

#include <string>

namespace reckon::model {

/// A slot's value in its unit, rounded for people: "50 µs·core/request".
std::string print_value(const Model& model, SlotId slot, double value);

/// "ceil(100,000 request/s × 50 µs·core/request ÷ 70 %)": computed slots are written out down to their inputs
/// while the line stays readable, otherwise they stand as their value.
std::string calculation(const Model& model, const Scenario& scenario, const Run& run, SlotId slot);

/// A message with its places filled from a run; an open place prints as "?".
std::string fill(const Model& model, const Run& run, const Message& message);

/// "Title https://...", or the title alone.
std::string print_source(const Citation& source);

}  // namespace reckon::model
