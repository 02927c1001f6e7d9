// SPDX-License-Identifier: MIT
// What only looks like a number: dates, times of day, versions, addresses, pairs such as 24/7, hexadecimal.
#pragma once

#include <cstddef>
#include <string_view>

namespace reckon::arithmetic {

/// Bytes of the look-alike that starts with the digit at `at`; 0 when a number may stand there.
std::size_t look_alike(std::string_view text, std::size_t at);

/// Bytes of the run of digits, letters and inner points at `at`: something that is no number after all.
std::size_t run_length(std::string_view text, std::size_t at);

/// Whether text [begin, end), two numbers around a dash, is no range: "0-1+3", "(60-80)²", "(3-9)*0.5",
/// "max(15-8, 3-9)".
bool is_difference(std::string_view text, std::size_t begin, std::size_t end);

/// Bytes of the line of a drawn frame at `at`; 0 where none stands.
std::size_t frame_length(std::string_view text, std::size_t at);

/// Behind a name that ends at `end`: the length of what belongs to it, as in "HTTP/1.1" and "loader.cc:2272".
std::size_t goes_on_as_name(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace reckon::arithmetic
