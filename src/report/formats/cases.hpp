// SPDX-License-Identifier: MIT
// A report as tests, for what counts tests: that a file can be read is one, every number that was recomputed
// is one, and every finding. So a clean run is never a run of nothing.
#pragma once

#include "report/report.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace reckon::report {

enum class CaseResult : std::uint8_t { passed, failed, unreadable, waived };

struct Case {
  std::string name;  ///< its own in its file, and without lines
  CaseResult result = CaseResult::passed;
  const FindingRow* finding = nullptr;  ///< also of a case that passes: what is told does not always fail
  const RunRow* fault = nullptr;
};

struct FileCases {
  std::string file;  ///< from the root of the repository on
  std::vector<Case> cases;
};

/// In the order of the report.
std::vector<FileCases> cases_by_file(const Report& report);

}  // namespace reckon::report
