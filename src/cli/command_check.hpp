// SPDX-License-Identifier: MIT
// `reckon check FILE...`: read, recompute, judge, gate. And `reckon claims FILE...`: what was read,
// and what was not.
#pragma once

#include "cli/gate.hpp"

#include <string>
#include <vector>

namespace reckon::cli {

struct CheckOptions {
  GateOptions gate;
  std::string format = "text";
  std::vector<std::string> reports;  ///< FORMAT=PATH
  bool verbose = false;
};

ExitCode run_check(Session& session, const CheckOptions& options);
ExitCode run_claims(Session& session, const CheckOptions& options);

}  // namespace reckon::cli
