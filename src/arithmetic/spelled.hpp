// SPDX-License-Identifier: MIT
// Numbers in words: "three", "twenty-two", "a dozen", "two hundred thousand", "one and a half", "two thirds".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace reckon::arithmetic {

struct Spelled {
  double value = 0.0;
  std::size_t end = 0;
  bool is_share = false;  ///< "a third": people mean it roughly
  double times = 1.0;     ///< up to so many times as much: "hundreds", "billions"
};

/// The number in words that starts at `at`, where a word begins; nothing when none does. "one" alone is one.
std::optional<Spelled> read_spelled(std::string_view text, std::size_t at);

/// Whether a word that begins with these two letters may start one: the question for nearly every word.
bool may_start_spelled(char first, char second);

}  // namespace reckon::arithmetic
