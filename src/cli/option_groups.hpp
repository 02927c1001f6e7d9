// SPDX-License-Identifier: MIT
// Options that several commands have, and how the values of options are looked at.
#pragma once

#include "cli/gate.hpp"
#include "cli/settings.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {  // NOLINT(readability-identifier-naming): theirs
class App;
class Validator;
}  // namespace CLI

namespace reckon::cli {

/// A value that is one of a few words; the message names them, and the nearest.
CLI::Validator one_of(const std::vector<std::string>& words);
/// A value that some reader takes; the message says what is wanted.
CLI::Validator read_by(std::optional<double> (*read)(std::string_view), const std::string& wanted);
CLI::Validator a_day();

/// `files`: how the option is called that takes a file of settings.
void add_settings(CLI::App& command, Settings& settings, const std::string& files, const std::string& about);
void add_reading(CLI::App& command, ReadingOptions& options);
void add_fail_on(CLI::App& command, std::string& level);
void add_gate_files(CLI::App& command, GateOptions& options);

}  // namespace reckon::cli
