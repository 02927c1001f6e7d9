// SPDX-License-Identifier: MIT
// `find_first_of` for characters that are known beforehand: the library makes a call for each byte of the
// text, this compares a block of them at once.
#pragma once

#include <cstddef>
#include <string_view>

namespace reckon::document {

/// The first byte from a place on that is wanted; the size when there is none.
template <class IsWanted>
std::size_t find_byte(std::string_view text, std::size_t from, IsWanted is_wanted) {
  constexpr std::size_t block = 32;  // an inner loop without an exit, which compilers make one comparison of
  for (; from + block <= text.size(); from += block) {
    unsigned char found = 0;
    for (std::size_t i = 0; i < block; ++i)
      found |= static_cast<unsigned char>(is_wanted(text[from + i]) ? 1 : 0);
    if (found != 0) break;
  }
  while (from < text.size() && !is_wanted(text[from])) ++from;
  return from;
}

/// The first of these characters from a place on; npos when there is none.
template <char... Wanted>
std::size_t find_any(std::string_view text, std::size_t from = 0) {
  const std::size_t at = find_byte(text, from, [](char c) { return ((c == Wanted) | ...); });
  return at < text.size() ? at : std::string_view::npos;
}

}  // namespace reckon::document
