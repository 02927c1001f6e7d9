// SPDX-License-Identifier: MIT
// The corpus of arithmetic as people write it: tests/prose/README.md says how its cases are written down.
#pragma once

#include <string>
#include <vector>

namespace reckon::check {

/// One judged result inside a case.
struct ProseClaim {
  std::string at;       ///< as written; the last occurrence in the text is meant, unless
  std::string is;       ///< what recomputing gives
  std::string verdict;  ///< consistent, rounded or contradicted
  std::string mistake;  ///< of a contradicted one: the class of mistake
  bool elsewhere = false;
  bool is_first = false;  ///< the first occurrence is
};

struct ProseCase {
  std::string form;
  std::string place;  ///< "first/chains.yaml:12"
  std::string text;
  std::vector<ProseClaim> claims;
};

/// All cases of one folder of tests/prose.
std::vector<ProseCase> read_prose(const std::string& folder);
/// The lines of tests/prose/look-alikes.yaml.
std::vector<std::string> read_look_alikes();

}  // namespace reckon::check
