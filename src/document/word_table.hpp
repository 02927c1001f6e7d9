// SPDX-License-Identifier: MIT
// Looking words up in a small sorted table. Nearly every word of prose is in none, which its first letter
// shows: a search starts at the rows of that letter.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace reckon::document {

/// Where the rows of each letter from a to z begin, and where the last of them end.
struct Initials {
  std::array<std::uint8_t, 27> begins{};

  /// The rows whose words start with the same letter as `word`.
  template <class Row, std::size_t Count>
  [[nodiscard]] constexpr std::span<const Row> rows_like(const std::array<Row, Count>& rows,
                                                         std::string_view word) const {
    if (word.empty() || word.front() < 'a' || word.front() > 'z') return {};
    const auto letter = static_cast<std::size_t>(word.front() - 'a');
    return std::span(rows).subspan(begins[letter], begins[letter + 1] - begins[letter]);
  }
};

/// `word_of` gives the word of a row, which starts with a small letter; the rows are sorted by it.
template <class Row, std::size_t Count, class WordOf>
constexpr Initials initials_of(const std::array<Row, Count>& rows, WordOf word_of) {
  static_assert(Count < 256);
  Initials out;
  std::size_t row = 0;
  for (std::size_t letter = 0; letter < out.begins.size(); ++letter) {
    while (row < Count && static_cast<std::size_t>(word_of(rows[row]).front() - 'a') < letter) ++row;
    out.begins[letter] = static_cast<std::uint8_t>(row);
  }
  return out;
}

template <std::size_t Count>
constexpr Initials initials_of(const std::array<std::string_view, Count>& words) {
  return initials_of(words, [](std::string_view word) { return word; });
}

}  // namespace reckon::document
