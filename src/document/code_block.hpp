// SPDX-License-Identifier: MIT
// Code inside prose: which reader a fence or an indented block belongs to.
#pragma once

#include "base/source.hpp"
#include "document/document.hpp"
#include "document/text.hpp"

#include <string_view>

namespace reckon::document {

/// `info` is the fence's info string, "" for none. Problems inside prose are notes: the response is still
/// readable.
void read_code_block(const base::Sources& sources, const Text& text, std::string_view info,
                     std::string_view section, Document& into);

/// A JSON object that stands in prose or in code without a label. Appends it and says so; otherwise nothing
/// changes.
bool read_loose_json(const base::Sources& sources, const Text& text, std::string_view section,
                     Document& into);

}  // namespace reckon::document
