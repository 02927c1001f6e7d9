// SPDX-License-Identifier: MIT
// What a document assumes in a section of its own ("Assumptions", "Scale", "Requirements") against the
// numbers that its calculations take: "50M users" there and "80M users × 10 = 800M" here.
#pragma once

#include "check/findings.hpp"
#include "document/document.hpp"

#include <vector>

namespace reckon::check {

/// One finding, a warning, for each number that a calculation takes in another size than assumed. A
/// calculation is held against the assumptions only if it takes another of them as it stands, so that it is
/// known to be about the same thing; an assumption counts only if it is the only one of its noun.
std::vector<Finding> assumption_findings(const Evidence& evidence, const document::Document& document);

}  // namespace reckon::check
