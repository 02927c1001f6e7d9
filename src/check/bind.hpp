// SPDX-License-Identifier: MIT
// Gives claims their names. The place decides where it can (schema, manifest, command); in tables and text
// the words beside the number and its dimension do. An assumption beside a result is about that input of the
// result that has its dimension; what is called an assumption may also have the words in which the prompt
// asked for it, or the identifier of the model. In doubt a claim stays unbound.
#pragma once

#include "check/collected.hpp"
#include "model/model.hpp"
#include "prompt/prompt.hpp"

namespace reckon::check {

/// `prompt` may be null.
void bind(Collected& collected, const model::Model& model, const prompt::Prompt* prompt);

}  // namespace reckon::check
