// SPDX-License-Identifier: MIT
// Findings that were there when a team began: they are left out as long as nothing about them changes. The
// file is written by the program alone.
#pragma once

#include "base/source.hpp"
#include "gate/waivers.hpp"
#include "report/report.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reckon::gate {

struct BaselineEntry {
  std::string fingerprint;
  std::string rule;
  std::string at;  ///< `address_of` the finding
  std::string stated;
  std::string recomputed;
};

using Baseline = std::vector<BaselineEntry>;

/// The file, or nothing after problems.
std::optional<Baseline> load_baseline(const base::Sources& sources, base::SourceId source,
                                      std::vector<base::Diagnostic>& problems);

/// What a report tells, but for what is waived or could not be read.
Baseline baseline_of(const report::Report& report);

std::string print_baseline(const Baseline& baseline);

/// Takes the findings of the baseline out of a report, which tells how many they are; the entries that no
/// finding fits any more, of files that are over.
Baseline hide(const Baseline& baseline, const IsOver& is_over, report::Report& report);

}  // namespace reckon::gate
