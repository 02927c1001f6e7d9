// SPDX-License-Identifier: MIT
// Whole plans: what of their truth is read, false alarms, and errors that are planted one at a time.
#pragma once

#include "corpus/figures.hpp"

#include <string>

namespace reckon::corpus {

FolderScore score_plans(const std::string& folder);

}  // namespace reckon::corpus
