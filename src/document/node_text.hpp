// SPDX-License-Identifier: MIT
// The text of a scalar of a tree, every byte of it led back to where it stands in the source: escapes of JSON
// strings are mapped one by one.
#pragma once

#include "base/source.hpp"
#include "document/text.hpp"
#include "tree/node.hpp"

namespace reckon::document {

/// Where the source is no JSON string that says the node's text, all of it maps to the node's place.
Text text_of(const base::Sources& sources, const tree::Node& node);

}  // namespace reckon::document
