// SPDX-License-Identifier: MIT
// One model's page: what goes in, what comes out, what is checked, and where every constant comes from.
#pragma once

#include "model/model.hpp"

#include <string>

namespace reckon::report {

/// A formula of the model with dotted names.
std::string print_formula(const model::Model& model, const formula::Formula& formula);

/// What a check says, with the names of its values in braces.
std::string print_message(const model::Message& message);

std::string print_model_page(const model::Model& model);

}  // namespace reckon::report
