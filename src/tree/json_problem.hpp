// SPDX-License-Identifier: MIT
// Why JSON could not be read any further, found again from the place up to which it could.
#pragma once

#include "base/diagnostic.hpp"
#include "tree/input.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace reckon::tree {

/// Where the grammar gave up.
struct JsonBreak {
  std::size_t last_end = 0;  ///< behind the last bracket, key or value that was understood
  enum class After { start, open, key, value } after = After::start;
  std::optional<char> container;  ///< the innermost open bracket
  std::size_t container_at = 0;
};

/// `text` is what was judged: the input's text, or its mended copy.
base::Diagnostic explain(const Input& input, std::string_view text, const JsonBreak& what);

}  // namespace reckon::tree
