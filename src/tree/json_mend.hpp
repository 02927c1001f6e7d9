// SPDX-License-Identifier: MIT
// What people and language models write where JSON is asked for: comments, trailing commas, elisions, bare
// words. Each slip is reported and written over, byte for byte in place, so that the rest can still be read.
#pragma once

#include "tree/input.hpp"
#include "tree/read.hpp"

#include <string>

namespace reckon::tree {

/// The input with its slips written over; as long as the input, so offsets stay. A bare word becomes a quoted
/// string of the same length. Linear in the text.
std::string mend_json(const Input& input, Reading& reading);

}  // namespace reckon::tree
