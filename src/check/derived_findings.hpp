// SPDX-License-Identifier: MIT
// Accusations -> findings: what does not follow, from what, by which slip, and what would have to be true.
#pragma once

#include "check/findings.hpp"
#include "derive/derive.hpp"

#include <vector>

namespace reckon::check {

/// Numbers that do not follow from what is said to yield them, unless the same number was already found wrong
/// under its name.
std::vector<Finding> derived_findings(const Evidence& evidence, const derive::Derived& derived,
                                      const std::vector<Finding>& named);

}  // namespace reckon::check
