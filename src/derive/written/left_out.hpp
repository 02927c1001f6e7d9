// SPDX-License-Identifier: MIT
// Numbers of a sentence that a chain in it does not use: they may belong to it all the same.
#pragma once

#include "arithmetic/chain.hpp"
#include "derive/page/page.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace reckon::derive {

/// Where numbers can belong to a chain: what a bracket converts is complete in itself.
enum class Around : std::uint8_t { sentence, bracket };

/// `related`: mentions that some chain relates to another. Bounded, however long the sentence is.
std::size_t numbers_left_out(const Page& page, const arithmetic::Chain& chain,
                             const std::vector<bool>& related, Around around);

}  // namespace reckon::derive
