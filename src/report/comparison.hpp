// SPDX-License-Identifier: MIT
// Scenarios side by side: each row a quantity that is not the same in all of them, each column a scenario,
// the difference to the first one behind its value.
#pragma once

#include "whatif/compare.hpp"

#include <string>

namespace reckon::report {

std::string print_comparison_text(const model::Model& model, const whatif::Comparison& comparison);
std::string print_comparison_csv(const model::Model& model, const whatif::Comparison& comparison);
std::string print_comparison_json(const model::Model& model, const whatif::Comparison& comparison,
                                  const std::string& version);

}  // namespace reckon::report
