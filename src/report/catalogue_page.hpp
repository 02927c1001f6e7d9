// SPDX-License-Identifier: MIT
// The whole catalogue as one Markdown page: prompts with their variables, models with inputs, outputs and
// checks. docs/catalogue.md is this page; a test compares.
#pragma once

#include "model/library.hpp"
#include "prompt/library.hpp"

#include <string>

namespace reckon::report {

std::string print_catalogue(prompt::Library& prompts, model::Library& models);

}  // namespace reckon::report
