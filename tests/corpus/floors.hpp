// SPDX-License-Identifier: MIT
// The figures that were reached, in floors.tsv: what falls short of them fails, what is better asks to raise
// them. RECKON_UPDATE=1 raises them; they are lowered by hand, with a reason in the commit.
#pragma once

#include "corpus/figures.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace reckon::corpus {

struct FloorReport {
  std::vector<std::string> broken;  ///< "plans/chat: planted found 4, the floor is 5"
  std::vector<std::string> better;
};

class Floors {
 public:
  Floors();

  /// Holds a figure against its floor; one without a floor is broken.
  void hold(const std::string& folder, const Figure& figure, FloorReport& report);
  void save() const;

 private:
  std::map<std::pair<std::string, std::string>, long> by_name_;  ///< folder and figure
};

bool is_updating();

}  // namespace reckon::corpus
