// SPDX-License-Identifier: MIT
#include "report/project.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <vector>

namespace reckon::report {
namespace {

using Steps = std::vector<std::string_view>;

/// Walks on from `steps`; what leads above the first of them is kept where nothing is known of what is there.
void walk(Steps& steps, std::string_view path, bool is_absolute) {
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view step = path.substr(at, end - at);
    at = end + 1;
    if (step.empty() || step == ".") continue;
    const bool goes_up = step == "..";
    if (goes_up && !steps.empty() && steps.back() != "..") {
      steps.pop_back();
    } else if (!goes_up || !is_absolute) {
      steps.push_back(step);
    }
  }
}

std::string joined(const Steps& steps, std::size_t from) {
  std::string out;
  for (std::size_t i = from; i < steps.size(); ++i) {
    if (!out.empty()) out += '/';
    out += steps[i];
  }
  return out;
}

}  // namespace

std::string path_in(const Project& project, std::string_view typed) {
  if (typed.empty()) return ".";
  Steps steps;
  const bool is_absolute = typed.starts_with('/');
  if (!is_absolute) walk(steps, project.folder, true);
  walk(steps, typed, is_absolute || !project.folder.empty());
  if (!is_absolute && project.folder.empty()) return joined(steps, 0);
  Steps root;
  walk(root, project.root, true);
  const bool is_inside = !project.root.empty() && steps.size() > root.size() &&
                         std::equal(root.begin(), root.end(), steps.begin());
  return is_inside ? joined(steps, root.size()) : '/' + joined(steps, 0);
}

std::string shown_path(std::string_view typed) {
  if (typed.empty()) return ".";
  const std::string path = base::printable(typed);
  const std::size_t first = path.find_first_not_of(' ');
  return first != std::string::npos && path.compare(first, 2, "::") == 0 ? "./" + path : path;
}

}  // namespace reckon::report
