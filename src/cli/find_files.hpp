// SPDX-License-Identifier: MIT
// Which files a run reads: those that are named, those of folders and patterns without what .gitignore and
// exclusions leave out, and those of a list.
#pragma once

#include "cli/session.hpp"
#include "report/report.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::cli {

/// What is told of a path that gives no file.
using TellPath = std::function<void(report::RunRow row)>;

struct FileWishes {
  std::vector<std::string> paths;  ///< files, folders, patterns, "-"
  std::string list;                ///< of --files-from: a file of paths, or "-"; "" for none
  std::function<bool(std::string_view path, bool is_folder)> is_excluded;
};

/// In the order of the wishes, each file once; those of a folder in alphabetical order. A file that is named
/// is taken whatever its name is and whoever ignores it, unless it is excluded.
std::vector<std::string> find_files(Session& session, const FileWishes& wishes, const TellPath& tell);

}  // namespace reckon::cli
