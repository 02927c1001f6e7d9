// SPDX-License-Identifier: MIT
// One quantity stated again: a value of data, and a mention with its name elsewhere.
#pragma once

#include "derive/names/called.hpp"
#include "derive/page/derivation.hpp"
#include "document/document.hpp"

#include <vector>

namespace reckon::derive {

/// Looks at what was derived so far: a number that a calculation yields needs no other.
void repeated(Page& page, const document::Document& document, const Names& names,
              std::vector<Derivation>& out);

}  // namespace reckon::derive
