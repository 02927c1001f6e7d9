// SPDX-License-Identifier: MIT
// What is said to a slip of the finger on the command line: the nearest word, or where to look.
#pragma once

#include <string>
#include <vector>

namespace reckon::cli {

std::string unknown_command(const std::string& word, const std::vector<std::string>& known);
std::string unknown_option(const std::string& word, const std::string& command,
                           const std::vector<std::string>& known);
/// A word beyond those that a command takes.
std::string unexpected(const std::string& word, const std::string& command);
/// The word that should be a command: a word behind `--color` is its value.
std::string first_word(const std::vector<std::string>& arguments);

}  // namespace reckon::cli
