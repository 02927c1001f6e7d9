// SPDX-License-Identifier: MIT
// Exit codes, the same for every command.
#pragma once

#include <algorithm>
#include <array>

namespace reckon::cli {

enum class ExitCode {
  clean = 0,          ///< nothing at or above --fail-on
  findings = 1,       ///< the design is wrong
  usage = 2,          ///< usage, configuration, model or prompt invalid; nowhere to write to
  unreadable = 3,     ///< input that cannot be read
  internal = 4,       ///< a bug of ours
  interrupted = 130,  ///< Ctrl-C in long work: what was done until then is told
};

/// The code that stands for both: 130 before 4, 2, 1, 3, 0. A file that cannot be read hides no finding.
inline ExitCode worse(ExitCode a, ExitCode b) {
  constexpr std::array order{ExitCode::interrupted, ExitCode::internal,   ExitCode::usage,
                             ExitCode::findings,    ExitCode::unreadable, ExitCode::clean};
  return *std::find_if(order.begin(), order.end(), [=](ExitCode code) { return code == a || code == b; });
}

}  // namespace reckon::cli
