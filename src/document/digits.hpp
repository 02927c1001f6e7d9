// SPDX-License-Identifier: MIT
// Looking for digits: the first question that is asked of every line, which `find_first_of` answers by a call
// for each byte.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace reckon::document {

inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The first digit from a place on; the size when there is none.
inline std::size_t next_digit(std::string_view text, std::size_t from = 0) {
  from = std::min(from, text.size());
  const auto* const begin = text.data();
  return static_cast<std::size_t>(std::find_if(begin + from, begin + text.size(), is_digit) - begin);
}

inline bool has_digit(std::string_view text) {
  return next_digit(text) != text.size();
}

}  // namespace reckon::document
