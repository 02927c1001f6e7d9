// SPDX-License-Identifier: MIT
// For which values of an input an output keeps to a limit, told for people and for programs.
#pragma once

#include "whatif/solve.hpp"

#include <string>

namespace reckon::report {

std::string print_solution_text(const check::Context& context, const whatif::Sought& sought,
                                const whatif::Limit& limit, const whatif::Solution& solution);
std::string print_solution_json(const check::Context& context, const whatif::Sought& sought,
                                const whatif::Limit& limit, const whatif::Solution& solution,
                                const std::string& version);

}  // namespace reckon::report
