// SPDX-License-Identifier: MIT
// Sides that relations join: a chain, and one that is still read, of which only what is meant is kept.
#pragma once

#include "arithmetic/link.hpp"
#include "arithmetic/node.hpp"
#include "base/arena.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace reckon::arithmetic {

/// Its sides and links are kept where the one who asked for it said.
struct Chain {
  std::span<const Side> sides;
  std::span<const Link> links;    ///< one fewer
  std::uint32_t label_begin = 0;  ///< tokens in front
  std::uint32_t label_end = 0;
  bool is_cut = false;           ///< begins or ends inside something that was not read
  bool is_result_first = false;  ///< "28 TB (350 × 80 GB)": the first side is the result of the second
};

/// While it is read.
struct ChainDraft {
  std::vector<Side> sides;
  std::vector<Link> links;
  std::uint32_t label_begin = 0;
  std::uint32_t label_end = 0;
  bool is_cut = false;
  bool is_result_first = false;

  [[nodiscard]] Chain kept(base::Arena& arena) const {
    return {arena.keep(std::span(sides)),
            arena.keep(std::span(links)),
            label_begin,
            label_end,
            is_cut,
            is_result_first};
  }
};

}  // namespace reckon::arithmetic
