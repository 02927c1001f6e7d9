// SPDX-License-Identifier: MIT
// `reckon size MODEL|PROMPT [name=value]...`: what-if sizing from the shell. Each question - plain,
// --explain, --sweep, --solve, --vary, --compare - has its own file size_*.cpp.
#pragma once

#include "cli/session.hpp"
#include "cli/size_options.hpp"

#include <string>
#include <vector>

namespace reckon::cli {

/// Every format that one of the questions takes.
std::vector<std::string> size_formats();

ExitCode run_size(Session& session, const SizeOptions& options);

}  // namespace reckon::cli
