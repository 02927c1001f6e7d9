// SPDX-License-Identifier: MIT
// The files of `check` and `claims`: read, decoded and reviewed, each by itself or several as one design.
// What is told about a file goes to stderr and, as a row, into the report.
#pragma once

#include "check/review.hpp"
#include "cli/configuration.hpp"
#include "cli/session.hpp"
#include "cli/settings.hpp"
#include "document/document.hpp"
#include "report/report.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reckon::cli {

/// What `check` and `claims` read, and how. What is typed wins over the configuration.
struct ReadingOptions {
  std::vector<std::string> files;
  std::string files_from;
  std::vector<std::string> exclude;
  ConfigWishes config;
  std::string prompt;
  Settings settings;
  std::string stdin_name = "stdin";
  bool together = false;  ///< all files are one design
  bool require_numbers = false;
  std::size_t jobs = 1;
  std::optional<float> least_evidence;  ///< bits from which a calculation is told to be wrong
};

struct Responses {
  std::vector<check::Review> reviews;
  std::vector<report::RunRow> rows;
  bool lacks_numbers = false;  ///< a file without numbers, where --require-numbers asks for them
  ExitCode code = ExitCode::clean;
};

/// What a run without files on its command line reads: the documents of the configuration. False after a
/// message where there are none.
bool take_files(Session& session, const std::string& command, const Configuration& configuration,
                ReadingOptions& options);

/// In the order of the command line; a folder stands for the files in it that some reader knows by their
/// names. Of files that answer no prompt, and of those without numbers, one line is told for all. What comes
/// out is the same for any number of jobs.
Responses review_all(Session& session, const ReadingOptions& options, const Configuration& configuration);

}  // namespace reckon::cli
