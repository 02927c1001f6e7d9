// SPDX-License-Identifier: MIT
// Which prompt a response answers, told by the keys of its JSON; and the answers of a document that holds
// several.
#pragma once

#include "document/document.hpp"
#include "prompt/library.hpp"

#include <vector>

namespace reckon::check {

/// The prompt whose schema the response follows best: most of its top-level keys are there, and no other
/// prompt explains as many. Null when nothing fits or two fit equally well.
const prompt::Prompt* detect_prompt(prompt::Library& prompts, const document::Document& document);

/// A part of a document that answers one prompt.
struct Answer {
  const prompt::Prompt* prompt = nullptr;
  document::Document document;
};

/// The document as its answers, in their order: an article with a section for each prompt is as many designs
/// as it has sections. A section begins at the heading above the first title or variable of its prompt, or at
/// the highest heading between two JSON objects that answer different prompts. One answer, the whole, where
/// nothing parts them.
std::vector<Answer> answers_in(prompt::Library& prompts, document::Document document);

}  // namespace reckon::check
