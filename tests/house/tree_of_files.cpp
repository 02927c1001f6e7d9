// SPDX-License-Identifier: MIT
#include "house/tree_of_files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace reckon::house {
namespace {

namespace fs = std::filesystem;

Include read_include(std::string_view line, std::size_t number) {
  constexpr std::string_view word = "#include ";
  if (!line.starts_with(word) || line.size() < word.size() + 2) return {};
  const bool own = line[word.size()] == '"';
  const std::size_t begin = word.size() + 1;
  const std::size_t end = line.find(own ? '"' : '>', begin);
  return {number, std::string(line.substr(begin, end - begin)), own};
}

File read(const fs::path& path) {
  File file{fs::relative(path, RECKON_ROOT).string(), {}, {}, {}};
  if (file.path.starts_with("src/")) {
    const std::size_t end = file.path.find('/', 4);
    if (end != std::string::npos) file.layer = file.path.substr(4, end - 4);
  }
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    file.lines.push_back(line);
    Include include = read_include(line, file.lines.size());
    if (!include.name.empty()) file.includes.push_back(std::move(include));
  }
  return file;
}

}  // namespace

std::vector<File> files(const std::vector<std::string>& folders, const std::vector<std::string>& endings) {
  const auto is_wanted = [&endings](const fs::path& path) {
    const std::string name = path.filename().string();
    return std::any_of(endings.begin(), endings.end(), [&](const auto& e) { return name.ends_with(e); });
  };
  std::vector<File> found;
  for (const std::string& folder : folders) {
    const fs::path start = fs::path(RECKON_ROOT) / folder;
    if (fs::is_regular_file(start)) found.push_back(read(start));
    if (!fs::is_directory(start)) continue;
    fs::recursive_directory_iterator entries(start);
    for (const auto& entry : entries) {
      if (entry.path().filename() == "node_modules") entries.disable_recursion_pending();
      if (entry.is_regular_file() && is_wanted(entry.path())) found.push_back(read(entry.path()));
    }
  }
  std::sort(found.begin(), found.end(), [](const File& a, const File& b) { return a.path < b.path; });
  return found;
}

std::set<std::string> Layers::visible_from(const std::string& layer) const {
  std::set<std::string> seen{layer};
  const auto uses = direct.find(layer);
  if (uses == direct.end()) return seen;
  for (const std::string& lower : uses->second) seen.merge(visible_from(lower));
  return seen;
}

Layers layers() {
  constexpr std::string_view call = "reckon_layer(";
  Layers out;
  std::ifstream in(RECKON_ROOT "/src/CMakeLists.txt");
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with(call)) continue;
    std::istringstream words(line.substr(call.size(), line.find(')') - call.size()));
    std::string name;
    words >> name;
    out.order.push_back(name);
    bool uses = false;
    for (std::string word; words >> word;) {
      if (word == "USES" || word == "LINKS" || word == "EXTRA") {
        uses = word == "USES";
      } else if (uses) {
        out.direct[name].insert(word);
      }
    }
  }
  return out;
}

bool fits(std::string_view pattern, std::string_view path) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) return pattern == path;
  if (!path.starts_with(pattern.substr(0, star))) return false;
  const std::string_view rest = pattern.substr(star + 1);
  for (std::size_t at = star; at <= path.size(); ++at) {
    if (fits(rest, path.substr(at))) return true;
  }
  return false;
}

}  // namespace reckon::house
