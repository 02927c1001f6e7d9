// SPDX-License-Identifier: MIT
// A tree as a flat list of words, which is read back many times faster than YAML is parsed. The catalogue is
// compiled into the program in this form; its places are those of the text that it was read from.
#pragma once

#include "base/source.hpp"
#include "tree/node.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace reckon::tree {

/// The tree of a whole source.
std::vector<std::uint32_t> pack(const Node& tree);

/// The tree that was packed, standing in `source`, which has the same text. Nothing is checked: this is for
/// what `pack` made.
Node unpack(std::span<const std::uint32_t> packed, const base::Sources& sources, base::SourceId source);

}  // namespace reckon::tree
