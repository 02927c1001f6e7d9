// SPDX-License-Identifier: MIT
// The words of a key or of a stretch of text: split at whatever is no letter and where a key changes case.
// "auditGBPerDay" is audit, GB, Per, Day; "max_memoryGiB" is max, memory, GiB.
#pragma once

#include <string_view>
#include <vector>

namespace reckon::derive {

constexpr bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

/// The next word of `text` from byte `at` on, which moves behind it; empty at the end.
std::string_view next_key_word(std::string_view text, std::size_t& at);

std::vector<std::string_view> key_words(std::string_view text);

}  // namespace reckon::derive
