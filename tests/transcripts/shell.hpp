// SPDX-License-Identifier: MIT
// Runs one command the way a reader of a transcript would: bash, the repository as folder, reckon on the
// path.
#pragma once

#include <string>

namespace reckon::transcripts {

struct Run {
  std::string output;  ///< stdout and stderr as they came
  int exit_code = 0;   ///< 128 + signal when one ended it
};

/// `./reckon` means the program under test too. `scratch` is a folder for files that a command writes;
/// commands see it as $TMPDIR.
Run run(const std::string& command, const std::string& scratch);

}  // namespace reckon::transcripts
