// SPDX-License-Identifier: MIT
// Lines of code that are read one by one, since nothing reads them as a whole.
#pragma once

#include "document/document.hpp"
#include "document/text.hpp"

#include <string_view>

namespace reckon::document {

/// One passage of kind code for each line that is not blank; a line of EXPLAIN is an artefact.
void add_code_lines(const Text& text, std::string_view section, Document& into);

}  // namespace reckon::document
