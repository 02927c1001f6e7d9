// SPDX-License-Identifier: MIT
// The corpus scored: what is found, where a right document is accused, and how much is read.
#pragma once

#include "corpus/checked.hpp"
#include "corpus/figures.hpp"

#include <string>
#include <vector>

namespace reckon::corpus {

/// Folders of plans: "plans/chat"...
const std::vector<std::string>& voices();

/// Voices whose plans nobody looks at while the reader is changed: only counts are told of them.
bool is_held_back(const std::string& folder);

/// Files of a folder of the repository and its subfolders, in order; paths from the root.
std::vector<std::string> files_in(const std::string& folder);

/// Plans without their tables, and the prompt that each answers, by its name.
struct Plan {
  std::string path;
  std::string stem;
  std::string prompt;
};
std::vector<Plan> plans_in(const std::string& folder);

/// The plan as it is, checked once for a test program.
const Checked& honest(const Plan& plan);

/// Scored once for a test program: the probe, cases, quiet, and each voice of the plans.
const std::vector<FolderScore>& scores();

}  // namespace reckon::corpus
