// SPDX-License-Identifier: MIT
// `reckon size MODEL|PROMPT [name=value]...`: what-if sizing from the shell.
#pragma once

#include "cli/session.hpp"

#include <string>
#include <vector>

namespace reckon::cli {

struct SizeOptions {
  std::string id;
  std::vector<std::string> settings;
  std::string format = "text";
  std::string fail_on = "error";
};

ExitCode run_size(Session& session, const SizeOptions& options);

}  // namespace reckon::cli
