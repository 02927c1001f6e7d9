// SPDX-License-Identifier: MIT
#include "cli/find_files.hpp"

#include "cli/files.hpp"
#include "document/file_kind.hpp"
#include "document/read.hpp"
#include "gate/glob.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

namespace reckon::cli {
namespace {

namespace fs = std::filesystem;

/// The .gitignore of one folder.
struct Ignore {
  fs::path folder;
  std::vector<gate::IgnoreLine> lines;
};

class Walk {
 public:
  explicit Walk(const FileWishes& wishes) : wishes_(wishes) {}

  /// Files below a folder that some reader knows by their names, or that a pattern fits. What went wrong, or
  /// nothing.
  std::string folder(const fs::path& start, const std::string& pattern) {
    std::error_code error;
    const fs::path whole = fs::absolute(start, error).lexically_normal();
    ignores_.clear();
    // The files above count up to the root of the repository.
    std::vector<fs::path> above;
    const fs::path root = repository_of(whole);
    for (fs::path folder = whole; folder != root && folder.has_relative_path();) {
      folder = folder.parent_path();
      above.push_back(folder);
    }
    if (!root.empty()) std::for_each(above.rbegin(), above.rend(), [this](const fs::path& f) { enter(f); });
    walk(start, whole, pattern);
    return std::move(problem_);
  }

  [[nodiscard]] bool is_excluded(const std::string& path) const { return wishes_.is_excluded(path, false); }

  /// A file that was named, or found.
  void add(const fs::path& path) {
    const std::string told = path.generic_string();
    if (!is_excluded(told) && seen_.insert(path.lexically_normal().generic_string()).second)
      found.push_back(told);
  }

  std::vector<std::string> found;

 private:
  /// The nearest folder upward that holds `.git`; empty for none.
  static fs::path repository_of(fs::path folder) {
    std::error_code error;
    for (; folder.has_relative_path(); folder = folder.parent_path()) {
      if (fs::exists(folder / ".git", error)) return folder;
    }
    return {};
  }

  void enter(const fs::path& folder) {
    auto text = read_file((folder / ".gitignore").string());
    ignores_.push_back({folder, text ? gate::read_ignore(*text) : std::vector<gate::IgnoreLine>{}});
  }

  void walk(const fs::path& told, const fs::path& whole, const std::string& pattern) {
    std::error_code error;
    std::vector<fs::path> names;
    for (fs::directory_iterator each(told, error), end; !error && each != end; each.increment(error))
      names.push_back(each->path().filename());
    if (error) {
      problem_ = error.message();
      return;
    }
    std::sort(names.begin(), names.end());
    enter(whole);
    for (const fs::path& name : names) {
      if (!name.string().starts_with('.')) take(told == "." ? name : told / name, whole / name, pattern);
    }
    ignores_.pop_back();
  }

  void take(const fs::path& told, const fs::path& whole, const std::string& pattern) {
    std::error_code unknown;
    const bool is_link = fs::is_symlink(told, unknown);
    const bool is_folder = fs::is_directory(told, unknown);
    if (is_ignored(whole, is_folder)) return;
    if (is_folder) {
      if (!is_link && !wishes_.is_excluded(told.generic_string(), true)) walk(told, whole, pattern);
      return;
    }
    if (!fs::is_regular_file(told, unknown)) return;
    const bool is_wanted = pattern.empty() ? document::is_readable(told.filename().string())
                                           : gate::glob_fits(pattern, told.generic_string());
    if (is_wanted) add(told);
  }

  /// The nearest file that says something decides.
  [[nodiscard]] bool is_ignored(const fs::path& whole, bool is_folder) const {
    for (auto ignore = ignores_.rbegin(); ignore != ignores_.rend(); ++ignore) {
      const std::string inside = whole.lexically_relative(ignore->folder).generic_string();
      if (const auto said = gate::is_ignored(ignore->lines, inside, is_folder)) return *said;
    }
    return false;
  }

  const FileWishes& wishes_;
  std::set<std::string> seen_;
  std::vector<Ignore> ignores_;
  std::string problem_;
};

/// The folder above the first step with a sign of patterns: "docs" of "docs/*/plan-?.md".
fs::path fixed_part(const std::string& pattern) {
  fs::path out;
  for (const fs::path& step : fs::path(pattern).parent_path()) {
    if (gate::is_glob(step.string())) break;
    out /= step;
  }
  return out.empty() ? "." : out;
}

/// One path a line, or with NUL between them as `git diff -z` prints.
std::vector<std::string> paths_in(std::string_view text) {
  const char end_of_path = text.find('\0') != text.npos ? '\0' : '\n';
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(end_of_path), text.size());
    std::string_view path = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (path.ends_with('\r')) path.remove_suffix(1);
    if (!path.empty()) out.emplace_back(path);
  }
  return out;
}

void tell_unreadable(const TellPath& tell, const std::string& path, const std::string& why) {
  tell({base::Severity::error, "input.unreadable", path, {}, why, ""});
}

/// What one word of the command line stands for.
void take(const std::string& path, Walk& walk, const TellPath& tell) {
  const std::size_t before = walk.found.size();
  std::error_code error;
  if (path == "-") {
    walk.found.push_back(path);
  } else if (is_folder(path)) {
    const std::string why = walk.folder(path, "");
    if (!why.empty()) tell_unreadable(tell, path, why);
    if (why.empty() && walk.found.size() == before)
      tell({base::Severity::note, "input.empty-folder", path, {}, "no file in it is a design", ""});
  } else if (gate::is_glob(path) && !fs::exists(path, error)) {
    (void)walk.folder(fixed_part(path), '/' + fs::path(path).lexically_normal().generic_string());
    if (walk.found.size() == before) tell_unreadable(tell, path, "no file fits this pattern");
  } else if (walk.is_excluded(path)) {
    tell({base::Severity::note,
          "input.left-out",
          path,
          {},
          "named, but left out by --exclude or the configuration",
          ""});
  } else {
    walk.add(path);
  }
}

}  // namespace

std::vector<std::string> find_files(Session& session, const FileWishes& wishes, const TellPath& tell) {
  Walk walk(wishes);
  std::vector<std::string> paths = wishes.paths;
  if (!wishes.list.empty()) {
    auto text = wishes.list == "-" ? read_stream(session.world.in) : read_file(wishes.list);
    if (!text) tell_unreadable(tell, wishes.list, text.error().message);
    const std::vector<std::string> listed = text ? paths_in(*text) : std::vector<std::string>{};
    paths.insert(paths.end(), listed.begin(), listed.end());
  }
  for (const std::string& path : paths) take(path, walk, tell);
  return std::move(walk.found);
}

}  // namespace reckon::cli
