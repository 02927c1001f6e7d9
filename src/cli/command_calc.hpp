// SPDX-License-Identifier: MIT
// `reckon calc 'EXPRESSION'`: the unit-aware calculator. Counted axes are transparent, with a note.
#pragma once

#include "cli/session.hpp"

#include <string>

namespace reckon::cli {

ExitCode run_calc(Session& session, const std::string& expression);

}  // namespace reckon::cli
