// SPDX-License-Identifier: MIT
// What is counted in one folder of the corpus, and how it is told.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace reckon::corpus {

struct Figure {
  std::string name;
  long value = 0;
  long of = -1;                ///< how many there are; -1 where that says nothing
  bool more_is_better = true;  ///< false: each one is a mistake of ours
};

struct FolderScore {
  std::string folder;  ///< "plans/chat"
  std::vector<Figure> figures;
  std::map<std::string, std::pair<long, long>> found_by_kind;  ///< of planted errors: found, all
  std::map<std::string, long> false_by_rule;
  std::vector<std::string> verdicts;  ///< one line for each
  std::vector<std::string> planted;   ///< one line for each planted error
};

/// "corpus plans/chat: recomputed 200/390, planted found 5/20, ...": one line.
std::string line_of(const FolderScore& score);

}  // namespace reckon::corpus
