// SPDX-License-Identifier: MIT
// The readings that a literal has only because of where it stands: a bare 86,400 under a count a day, 8
// beside bytes, a price that leaves out "per GB", a result that leaves out its period.
#pragma once

#include "document/equation.hpp"
#include "document/equation_expression.hpp"

namespace reckon::document {

/// Fills the alternatives of every side and puts the natural reading of "8 bits" into its place.
/// `literals[i]` are those of side i.
void add_readings(Equation& equation, const std::vector<std::vector<Placed>>& literals, const Tokens& tokens);

}  // namespace reckon::document
