// SPDX-License-Identifier: MIT
// Patterns of paths in the manner of .gitignore, for that file itself, for --exclude and for the globs of the
// configuration. A path is matched in one pass, whatever the pattern.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::gate {

/// `*` and `?` stay inside of a step of the path, `**` crosses steps, `[a-z]` and `[!a-z]` are classes and
/// `\` takes the next character as it is. A pattern without a slash fits the last step anywhere, one with a
/// slash counts from the beginning.
bool glob_fits(std::string_view pattern, std::string_view path);

/// Whether a word asks for files instead of naming one.
bool is_glob(std::string_view word);

/// One line of a .gitignore.
struct IgnoreLine {
  std::string pattern;
  bool is_negated = false;  ///< "!keep.md": what was left out comes back
  bool is_folder = false;   ///< "build/"
};

/// Comments and empty lines are no lines.
std::vector<IgnoreLine> read_ignore(std::string_view text);

/// What the last line that fits says of a path: left out, brought back, or nothing.
std::optional<bool> is_ignored(const std::vector<IgnoreLine>& lines, std::string_view path, bool is_folder);

/// Whether a path or a folder above it is left out.
bool is_left_out(const std::vector<IgnoreLine>& lines, std::string_view path, bool is_folder);

}  // namespace reckon::gate
