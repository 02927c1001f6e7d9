// SPDX-License-Identifier: MIT
#include "house/units_of_code.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace reckon::house {
namespace {

std::string without_ending(std::string_view path) {
  return std::string(path.substr(0, path.rfind('.')));
}

class Tarjan {
 public:
  explicit Tarjan(const UnitGraph& graph) : graph_(graph) {
    for (const auto& [unit, includes] : graph) {
      if (!visited_.contains(unit)) visit(unit);
    }
  }

  std::vector<std::vector<std::string>> cycles() && { return std::move(cycles_); }

 private:
  struct Visit {
    std::size_t number = 0;  ///< in the order of visits
    std::size_t lowest = 0;  ///< number that is reached through what is still open
    bool is_open = true;
  };

  /// As deep as includes are nested.
  Visit& visit(const std::string& unit) {
    Visit& own = visited_.emplace(unit, Visit{visited_.size(), visited_.size(), true}).first->second;
    open_.push_back(unit);
    for (const std::string& include : graph_.at(unit)) {
      const auto seen = visited_.find(include);
      if (seen == visited_.end()) {
        own.lowest = std::min(own.lowest, visit(include).lowest);
      } else if (seen->second.is_open) {
        own.lowest = std::min(own.lowest, seen->second.number);
      }
    }
    if (own.lowest == own.number) close(unit);
    return own;
  }

  void close(const std::string& first) {
    const auto begin = std::find(open_.begin(), open_.end(), first);
    std::vector<std::string> members(begin, open_.end());
    open_.erase(begin, open_.end());
    for (const std::string& member : members) visited_.at(member).is_open = false;
    std::sort(members.begin(), members.end());
    if (members.size() > 1) cycles_.push_back(std::move(members));
  }

  const UnitGraph& graph_;
  std::map<std::string, Visit> visited_;
  std::vector<std::string> open_;
  std::vector<std::vector<std::string>> cycles_;
};

}  // namespace

UnitGraph unit_graph(const std::vector<File>& files) {
  constexpr std::string_view root = "src/";
  const auto unit_of = [root](const File& file) { return without_ending(file.path).substr(root.size()); };
  UnitGraph graph;
  for (const File& file : files) graph[unit_of(file)];
  for (const File& file : files) {
    const std::string unit = unit_of(file);
    for (const Include& include : file.includes) {
      const std::string other = without_ending(include.name);
      if (include.own && other != unit && graph.contains(other)) graph[unit].insert(other);
    }
  }
  return graph;
}

std::vector<std::vector<std::string>> cycles(const UnitGraph& graph) {
  std::vector<std::vector<std::string>> found = Tarjan(graph).cycles();
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return found;
}

}  // namespace reckon::house
