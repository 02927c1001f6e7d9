// SPDX-License-Identifier: MIT
// The functions behind the rows of the table of readers.
#pragma once

#include "base/source.hpp"
#include "document/document.hpp"
#include "document/text.hpp"

#include <string_view>

namespace reckon::document {

void read_markdown(const base::Sources& sources, const Text& text, std::string_view section, Document& into);
void read_json(const base::Sources& sources, const Text& text, std::string_view section, Document& into);
void read_yaml(const base::Sources& sources, const Text& text, std::string_view section, Document& into);
void read_shell(const base::Sources& sources, const Text& text, std::string_view section, Document& into);

}  // namespace reckon::document
