// SPDX-License-Identifier: MIT
// What is set by the user, the same for every command: values on the command line, and files of them.
#pragma once

#include "cli/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reckon::cli {

struct Settings {
  std::vector<std::string> files;   ///< of --settings: whatif/scenario_file.hpp says how they look
  std::vector<std::string> values;  ///< name=value; what is typed wins over what stands in a file
};

/// Puts all of it in force; false after messages.
bool apply(Session& session, check::Context& context, const Settings& settings);

/// Puts settings `name=value` in force, each of one value; false after messages.
bool set_values(Session& session, check::Context& context, const std::vector<std::string>& values);

/// Puts a file of settings in force; its name, or nothing after messages.
std::optional<std::string> apply_file(Session& session, check::Context& context, const std::string& path);

}  // namespace reckon::cli
