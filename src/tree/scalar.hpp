// SPDX-License-Identifier: MIT
// What an unquoted word is by the core schema of YAML 1.2: null, a boolean, a number or a string. Shell words
// and mended JSON follow the same rule.
#pragma once

#include "tree/node.hpp"

#include <string_view>

namespace reckon::tree {

Kind plain_kind(std::string_view text);

/// Exactly a JSON number: no leading zero or plus sign, a digit on both sides of the point.
bool is_json_number(std::string_view text);

}  // namespace reckon::tree
