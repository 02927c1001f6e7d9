// SPDX-License-Identifier: MIT
// A rule that fails everywhere is told often enough to be seen, and counted.
#pragma once

#include "check/finding.hpp"

#include <vector>

namespace reckon::check {

/// The first fifty findings of each rule; a note at the first of the others tells how many there are.
std::vector<Finding> few_of_each(std::vector<Finding> findings);

}  // namespace reckon::check
