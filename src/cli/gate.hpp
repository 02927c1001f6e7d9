// SPDX-License-Identifier: MIT
// The gate of a run, for every command that judges files: what the configuration, the waivers, the baseline
// and the command line ask for, and a report that keeps to it.
#pragma once

#include "cli/configuration.hpp"
#include "cli/responses.hpp"
#include "gate/baseline.hpp"
#include "gate/policy.hpp"
#include "gate/waivers.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reckon::cli {

/// As typed; "" where the configuration decides.
struct GateOptions {
  ReadingOptions reading;
  std::string fail_on;
  std::string least_ratio;
  std::string least_coverage;
  std::vector<std::string> selected;  ///< rules and families
  std::vector<std::string> ignored;
  std::string waivers;
  bool no_waivers = false;
  bool begins_waivers = false;  ///< a file that was named need not be there yet
  std::string baseline;
  bool ignores_baseline = false;  ///< also that of the configuration
  std::string today;
};

struct Gate {
  Configuration configuration;
  ReadingOptions reading;
  gate::Policy policy;
  gate::Day today;
  std::string waivers_path;  ///< "" for none, also where there is no file yet
  std::optional<gate::Waivers> waivers;
  std::string baseline_path;
  std::optional<gate::Baseline> baseline;
};

/// Reads all files of the gate; nothing after messages, and the run is invalid. `command` is named where no
/// file is.
std::optional<Gate> open_gate(Session& session, const GateOptions& options, const std::string& command);

/// A report with its exit code, and the entries of the baseline that are past.
struct Judged {
  report::Report report;
  gate::Baseline gone;
  bool is_whole = true;  ///< everything that was named could be read
};

/// Nothing when there was nothing to judge with: the run is invalid, after messages.
std::optional<Judged> judge(Session& session, const Gate& gate, report::Rows rows);

}  // namespace reckon::cli
