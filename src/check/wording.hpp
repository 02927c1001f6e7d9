// SPDX-License-Identifier: MIT
// Numbers in the words of findings.
#pragma once

#include "base/diagnostic.hpp"
#include "check/claim.hpp"
#include "model/model.hpp"

#include <string>

namespace reckon::check {

/// Severity after certainty: a claim bound by its label alone never yields more than a warning.
base::Severity capped(base::Severity severity, const Claim& claim);

/// "2000 core": as written, with its unit.
std::string stated_text(const Claim& claim);
/// "250 times too much"
std::string times_text(double ratio);
/// A value in the unit in which a claim speaks.
std::string in_unit_of(const Claim& claim, double base_value, const model::Model& model);

}  // namespace reckon::check
