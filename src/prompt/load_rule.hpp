// SPDX-License-Identifier: MIT
// One entry of a prompt's `rules` -> a rule.
#pragma once

#include "base/diagnostic.hpp"
#include "prompt/rule.hpp"
#include "tree/node.hpp"

#include <vector>

namespace reckon::prompt {

Rule load_rule(const tree::Node& node, std::vector<base::Diagnostic>& problems);

}  // namespace reckon::prompt
