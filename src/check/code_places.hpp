// SPDX-License-Identifier: MIT
// Code that stands in strings of the answer, at the places that the prompt names, read as a fence would be.
#pragma once

#include "base/source.hpp"
#include "document/document.hpp"
#include "prompt/prompt.hpp"

#include <optional>
#include <set>

namespace reckon::check {

/// The document with the artefacts of each response behind it; nothing when there are none to add. Places are
/// those in the strings.
std::optional<document::Document> with_code(const base::Sources& sources, const document::Document& document,
                                            const prompt::Prompt& prompt);

/// The strings of a response that hold code.
std::set<const tree::Node*> code_in(const document::Artefact& response, const prompt::Prompt& prompt);

}  // namespace reckon::check
