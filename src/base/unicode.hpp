// SPDX-License-Identifier: MIT
// The little that reckon needs to know of UTF-8: stepping, counting, display width, and making foreign text
// safe to print.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace reckon::base {

struct CodePoint {
  char32_t value = 0;      ///< U+FFFD for a byte that is not UTF-8
  std::size_t length = 1;  ///< bytes it takes in the text
};

/// The code point at `at`, which must lie inside the text.
CodePoint code_point_at(std::string_view text, std::size_t at);
std::size_t count_code_points(std::string_view text);
bool is_valid_utf8(std::string_view text);
void append_utf8(std::string& out, char32_t value);

/// Columns that a terminal uses: 0 for combining and invisible marks, 2 for wide East Asian and emoji.
std::size_t display_width(std::string_view text);

/// Foreign text for a terminal: control characters, bidirectional marks and invalid bytes become visible
/// stand-ins; a tab becomes one space so that carets stay aligned.
std::string printable(std::string_view text);

}  // namespace reckon::base
