// SPDX-License-Identifier: MIT
// The little that reckon needs to know of UTF-8: stepping, counting, display width, and making foreign text
// safe to print.
#pragma once

#include <cstddef>
#include <span>
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

/// Foreign text for a terminal: control characters, whatever is invisible or turns the direction of writing,
/// invalid bytes and what would begin a command in the log of a job become visible stand-ins; a tab becomes
/// one space so that carets stay aligned. One code point for one.
std::string printable(std::string_view text);

/// The same for a page of lines, which keeps its line ends (CSV has two-byte ones) and tabs; `let_through`
/// are the control sequences that the writer of the page uses itself.
std::string printable_lines(std::string_view text, std::span<const std::string_view> let_through = {});

/// JSON text in which everything that is not printable is written as \uXXXX: nothing is lost, and a terminal
/// shows it.
std::string escaped_json(std::string_view json);

/// Bytes of a word beyond which `shortened` takes out its middle.
inline constexpr std::size_t longest_token = 120;

/// Text for a headline: of endless words beginning and end are left, and of an endless text the beginning.
std::string shortened(std::string_view text, std::size_t most = std::string_view::npos);

}  // namespace reckon::base
