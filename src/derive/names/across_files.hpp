// SPDX-License-Identifier: MIT
// Several files that are said to be one design: a setting of one that another sets otherwise. The text need
// not say it; that the files belong together is said already.
#pragma once

#include "derive/names/alike.hpp"
#include "derive/page/derivation.hpp"
#include "document/document.hpp"

#include <vector>

namespace reckon::derive {

void across_files(Page& page, const document::Document& document, const Names& names, const Alike& alike,
                  std::vector<Derivation>& out);

}  // namespace reckon::derive
