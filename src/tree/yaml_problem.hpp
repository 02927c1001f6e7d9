// SPDX-License-Identifier: MIT
// Why YAML could not be read, in words that say what to change. libyaml reports what it missed; people want
// to know what they wrote.
#pragma once

#include "base/diagnostic.hpp"
#include "tree/input.hpp"

#include <cstddef>
#include <string_view>

namespace reckon::tree {

/// What libyaml says; places are offsets in the input's text.
struct YamlBreak {
  std::string_view problem;
  std::string_view context;
  std::size_t at = 0;
  std::size_t context_at = 0;
};

base::Diagnostic explain(const Input& input, const YamlBreak& what);

}  // namespace reckon::tree
