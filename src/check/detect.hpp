// SPDX-License-Identifier: MIT
// Which prompt a response answers, told by the keys of its JSON.
#pragma once

#include "document/document.hpp"
#include "prompt/library.hpp"

namespace reckon::check {

/// The prompt whose schema the response follows best: most of its top-level keys are there, and no other
/// prompt explains as many. Null when nothing fits or two fit equally well.
const prompt::Prompt* detect_prompt(prompt::Library& prompts, const document::Document& document);

}  // namespace reckon::check
