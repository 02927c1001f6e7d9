// SPDX-License-Identifier: MIT
// What a search found, as a derivation with nodes.
#pragma once

#include "derive/search/search.hpp"

namespace reckon::derive {

/// What was found as a derivation that holds; its nodes are appended to the page.
Derivation write(Page& page, const std::vector<Candidate>& candidates, const Found& found, MentionId target);

}  // namespace reckon::derive
