// SPDX-License-Identifier: MIT
// What several formats tell alike: which findings, in which order, and in which words. All texts are
// printable and in one line.
#pragma once

#include "report/report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reckon::report {

/// Findings that no waiver covers, in the order of the report.
std::vector<const FindingRow*> told(const Report& report);
/// By severity, then by how far off they are.
std::vector<const FindingRow*> worst_first(std::vector<const FindingRow*> findings);
/// Warnings and errors about the run: files that could not be read.
std::vector<const RunRow*> faults(const Report& report);

base::Severity severity_of(const FindingRow& finding);
/// "2000 cores stated, 8 cores needed: 250 times too much"
std::string headline(const FindingRow& finding);
/// "slip: ...", "calculation: ...", "to be right: ..."; and "line 3: 50 µs" for each related place.
std::vector<std::string> remarks(const FindingRow& finding);
std::vector<std::string> related_places(const FindingRow& finding);

/// From the root of the repository on, for platforms.
std::string project_path(const Report& report, std::string_view path);

/// "1 error", "2 errors".
std::string counted(std::size_t count, std::string_view word);

}  // namespace reckon::report
