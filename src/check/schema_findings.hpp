// SPDX-License-Identifier: MIT
// The JSON of a response against the schema of its prompt, in the portable subset of JSON Schema: type,
// properties, required, additionalProperties: false, items, enum.
#pragma once

#include "check/finding.hpp"
#include "document/document.hpp"
#include "prompt/prompt.hpp"

#include <vector>

namespace reckon::check {

/// `response.key-missing` (a note: a part may be sent for its figures), `response.key-unknown` (one note for
/// all of them), `response.wrong-type` (a note where nothing is left unread by it) and `response.not-allowed`
/// (an enum), which are warnings; `response.of-another-prompt` in their place when none of the keys at the
/// top is the prompt's. A response that breaks off misses nothing.
std::vector<Finding> schema_findings(const prompt::Prompt& prompt, const document::Document& document);

}  // namespace reckon::check
