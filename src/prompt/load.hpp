// SPDX-License-Identifier: MIT
// Prompt file -> prompt; all problems at once.
#pragma once

#include "base/diagnostic.hpp"
#include "model/model.hpp"
#include "prompt/prompt.hpp"
#include "tree/node.hpp"

#include <string_view>
#include <vector>

namespace reckon::prompt {

Prompt load(const tree::Node& root, std::string_view id, std::vector<base::Diagnostic>& problems);

/// Every `{{name}}` of the two turns must be a variable or `facts`. Problems stand at the placeholder.
void check_placeholders(const Prompt& prompt, const base::Sources& sources,
                        std::vector<base::Diagnostic>& problems);

/// Names and dimensions that the prompt uses must be those of its model.
void validate(const Prompt& prompt, const model::Model& model, std::vector<base::Diagnostic>& problems);

}  // namespace reckon::prompt
