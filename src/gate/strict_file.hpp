// SPDX-License-Identifier: MIT
// What the files of the gate have in common: one document, an empty one is an empty mapping, and every
// problem is told under the name of the room.
#pragma once

#include "base/source.hpp"
#include "tree/node.hpp"

#include <optional>
#include <vector>

namespace reckon::gate {

/// The document, or nothing after problems. What is called `.json` is read as strict JSON.
std::optional<tree::Node> read_strictly(const base::Sources& sources, base::SourceId source,
                                        std::vector<base::Diagnostic>& problems);

/// Renames what readers of mappings told; whether there was nothing to tell.
bool finish_strictly(std::vector<base::Diagnostic>& problems);

}  // namespace reckon::gate
