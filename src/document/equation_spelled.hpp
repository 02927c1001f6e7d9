// SPDX-License-Identifier: MIT
// Numbers in words, where they calculate: "half of", "three nines", "two ×". A number word that merely counts
// ("two services") stays a word.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace reckon::document {

struct Spelled {
  std::size_t length = 0;  ///< bytes of the text
  std::string_view plain;  ///< the same in digits
};

/// False for nearly every word, by its first letters.
bool may_spell_number(std::string_view text, std::size_t at);

/// What is spelled at `at`, which is the start of a word.
std::optional<Spelled> spelled_number(std::string_view text, std::size_t at);

}  // namespace reckon::document
