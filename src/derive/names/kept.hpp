// SPDX-License-Identifier: MIT
// How long something is kept: a setting says it in seconds or milliseconds, the text in days. What it means
// is in its key, whatever the other words around it are.
#pragma once

#include "derive/names/alike.hpp"
#include "derive/page/derivation.hpp"

#include <vector>

namespace reckon::derive {

/// Looks at what was derived so far: days times bytes a day say what is kept.
void kept(Page& page, const Names& names, const Alike& alike, std::vector<Derivation>& out);

}  // namespace reckon::derive
