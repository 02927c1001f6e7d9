// SPDX-License-Identifier: MIT
// Verdicts as lines: a change of the reader is seen as a difference between two lists.
#pragma once

#include "report/report.hpp"

#include <string>
#include <vector>

namespace reckon::corpus {

/// One line for each number that was recomputed and for each finding, in document order: place, what is
/// stated, verdict, what it comes to, rule.
void add_verdicts(const std::string& document, const report::Report& report, std::vector<std::string>& out);

}  // namespace reckon::corpus
