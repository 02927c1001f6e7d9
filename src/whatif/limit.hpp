// SPDX-License-Identifier: MIT
// What an output shall keep to, as it is typed:
//
//   limit := output ("<=" | "<" | ">=" | ">" | "=" | "==" | "≤" | "≥") value
//
// The value is read for the output, which says what is counted.
#pragma once

#include "base/result.hpp"
#include "check/context.hpp"

#include <string>

namespace reckon::whatif {

struct Limit {
  model::SlotId output = 0;
  units::Comparator comparator = units::Comparator::at_most;
  double value = 0.0;  ///< in base units
  double half = 0.0;   ///< of the last digit written, in base units
  base::Span span;     ///< all of it
  base::Span output_span;
};

base::Result<Limit> read_limit(const check::Context& context, const base::Sources& sources,
                               base::SourceId source);

/// "<=", ">", "="...
std::string_view symbol(units::Comparator comparator);

/// Whether an output's value keeps to the limit. Comparing forgives 1e-9 as formulas do.
bool meets(const Limit& limit, double value);

}  // namespace reckon::whatif
