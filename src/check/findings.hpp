// SPDX-License-Identifier: MIT
// Verdicts -> findings: the headline, the places that led there, the calculation, the slip, and what would
// have to be true. One finding per number, however often it is stated.
#pragma once

#include "check/evidence.hpp"
#include "check/finding.hpp"
#include "check/verdict.hpp"
#include "document/document.hpp"

#include <vector>

namespace reckon::check {

/// Results and inputs that have a name: one finding per name and problem.
std::vector<Finding> named_findings(const Evidence& evidence);

/// Checks of the model that fail whatever the open inputs are, and values that a platform refuses.
std::vector<Finding> model_findings(const Evidence& evidence, const document::Document& document);

/// Relations between the parts of one response that do not hold.
std::vector<Finding> rule_findings(const Evidence& evidence, const document::Document& document);

/// What looked like a claim and could not be read; data that breaks off.
std::vector<Finding> unreadable_findings(const Evidence& evidence, const document::Document& document);

}  // namespace reckon::check
