// SPDX-License-Identifier: MIT
// A unit is a header and the source of its name. Units that include each other in a circle can only be
// understood, tested and built together.
#pragma once

#include "house/tree_of_files.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace reckon::house {

/// Which units the header or the source of each unit includes: "check/judge" -> "check/verdict". Headers
/// that none of the files is are left out.
using UnitGraph = std::map<std::string, std::set<std::string>>;

UnitGraph unit_graph(const std::vector<File>& files);

/// The strongly connected sets of more than one unit, largest first; Tarjan's algorithm.
std::vector<std::vector<std::string>> cycles(const UnitGraph& graph);

}  // namespace reckon::house
