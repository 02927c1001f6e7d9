// SPDX-License-Identifier: MIT
// The first step of reading arithmetic: one spelling for every operator, sign and space, LaTeX and emphasis
// gone. Nothing is interpreted here, and every byte remembers the bytes of the text that it stands for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::arithmetic {

/// Bytes that stand in the original one by one, or that all stand for the same stretch of it.
struct Piece {
  std::uint32_t begin = 0;  ///< in the plain text
  std::uint32_t from = 0;   ///< in the original
  std::uint32_t to = 0;     ///< of a stretch: its end

  [[nodiscard]] bool is_stretch() const { return to != 0; }
};

/// A plain text that is kept elsewhere.
struct PlainView {
  std::string_view text;
  std::span<const Piece> pieces;

  /// Where the byte at `at` begins in the original, and where the one in front of `end` ends.
  [[nodiscard]] std::size_t begin_of(std::size_t at) const;
  [[nodiscard]] std::size_t end_of(std::size_t end) const;
};

struct Plain {
  std::string text;
  std::vector<Piece> pieces;

  [[nodiscard]] PlainView view() const { return {text, pieces}; }
};

/// `×` and its kin become `*`, `÷` becomes `/`, `≈` becomes `~=`, arrows become `->`, dashes `-` (a long one
/// a comma), powers `^`, `\frac{a}{b}` becomes `(a)/(b)`, odd spaces become spaces, invisible characters
/// vanish. A line break stays a line break unless the next line starts with a relation.
Plain plain_arithmetic(std::string_view text);

}  // namespace reckon::arithmetic
