// SPDX-License-Identifier: MIT
// What an interface of a language model returns around an answer. The answer is read as if it stood alone.
#pragma once

#include "tree/node.hpp"

#include <optional>
#include <vector>

namespace reckon::document {

/// The parts of an answer, in order: a string is text, or data written as text; a mapping is data.
using Answer = std::vector<const tree::Node*>;

/// The answer in a chat completion or a response of OpenAI's interfaces, or in a message of Anthropic's;
/// nothing when the tree is none of these. What the model thought aloud is no part of the answer.
/// Sources: the object definitions of both API references.
std::optional<Answer> answer_in(const tree::Node& root);

}  // namespace reckon::document
