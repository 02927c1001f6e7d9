// SPDX-License-Identifier: MIT
// Looking for digits: the first question that is asked of every line.
#pragma once

#include "document/find_any.hpp"
#include "units/characters.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace reckon::document {

using units::is_digit;

/// The first digit from a place on; the size when there is none.
inline std::size_t next_digit(std::string_view text, std::size_t from = 0) {
  return find_byte(text, std::min(from, text.size()), is_digit);
}

inline bool has_digit(std::string_view text) {
  return next_digit(text) != text.size();
}

}  // namespace reckon::document
