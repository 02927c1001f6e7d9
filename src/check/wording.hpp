// SPDX-License-Identifier: MIT
// Numbers in the words of findings.
#pragma once

#include "base/diagnostic.hpp"
#include "check/claim.hpp"
#include "model/model.hpp"

#include <string>
#include <string_view>

namespace reckon::check {

/// Severity after certainty: a claim bound by its label alone never yields more than a warning.
base::Severity capped(base::Severity severity, const Claim& claim);

/// "2000 core": as written, with its unit.
std::string stated_text(const Claim& claim);
/// Whether the word right behind one of two numbers says which of several values is meant, and the other has
/// no such word: "1,152 GB bought" is not what is needed.
bool are_told_apart(const base::Sources& sources, const base::Span& a, const base::Span& b);
/// "250 times too much"
std::string times_text(double ratio);
/// A value in the unit in which a claim speaks.
std::string in_unit_of(const Claim& claim, double base_value, const model::Model& model);

}  // namespace reckon::check
