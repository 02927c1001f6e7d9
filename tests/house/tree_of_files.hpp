// SPDX-License-Identifier: MIT
// The files of the checkout as the house rules see them: lines, includes, and the layer graph that
// src/CMakeLists.txt spells out.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::house {

struct Include {
  std::size_t line = 0;  ///< 1-based
  std::string name;      ///< without the quotes or brackets
  bool own = false;      ///< quoted
};

struct File {
  std::string path;   ///< relative to the repository
  std::string layer;  ///< folder below src/, empty elsewhere
  std::vector<std::string> lines;
  std::vector<Include> includes;

  [[nodiscard]] bool is_header() const { return path.ends_with(".hpp"); }
};

/// Files below the folders with one of the endings, sorted; a folder may also be a single file.
std::vector<File> files(const std::vector<std::string>& folders, const std::vector<std::string>& endings);

struct Layers {
  std::vector<std::string> order;                       ///< lowest first
  std::map<std::string, std::set<std::string>> direct;  ///< what stands behind USES

  /// The layer itself and everything that it reaches.
  [[nodiscard]] std::set<std::string> visible_from(const std::string& layer) const;
};

Layers layers();

/// `*` matches any characters.
bool fits(std::string_view pattern, std::string_view path);

}  // namespace reckon::house
