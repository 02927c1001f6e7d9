// SPDX-License-Identifier: MIT
// Names of files as the platforms of a team know them: from the root of the repository on, however they were
// typed. Only texts are compared: no file is looked at.
#pragma once

#include <string>
#include <string_view>

namespace reckon::report {

/// Two absolute paths; empty ones where nothing is known of the world.
struct Project {
  std::string folder;  ///< that relative paths start from
  std::string root;    ///< of the repository, or the same folder
};

/// "docs/plan.md" for "./plan.md", "../docs/plan.md" and "/home/me/shop/docs/plan.md"; what lies outside of
/// the root keeps its whole path.
std::string path_in(const Project& project, std::string_view typed);

/// A path for a page of lines, which it may begin: a runner of jobs would take one that begins with colons
/// for a command.
std::string shown_path(std::string_view typed);

}  // namespace reckon::report
