// SPDX-License-Identifier: MIT
// `reckon waive FINDING`: one entry more in the file of waivers. `reckon baseline write|prune`: the findings
// that are there, for a team that begins.
#pragma once

#include "cli/gate.hpp"

#include <string>

namespace reckon::cli {

struct WaiveOptions {
  GateOptions gate;     ///< without files, those of the finding's place or of the configuration
  std::string finding;  ///< PATH:LINE, f3, or the beginning of a fingerprint
  std::string reason;
  std::string owner;
  std::string expires;
  std::string link;
};

ExitCode run_waive(Session& session, const WaiveOptions& options);

struct BaselineOptions {
  GateOptions gate;
  std::string action;  ///< "write" or "prune"
};

ExitCode run_baseline(Session& session, const BaselineOptions& options);

}  // namespace reckon::cli
