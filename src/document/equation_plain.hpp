// SPDX-License-Identifier: MIT
// The first step of reading arithmetic: one spelling for every operator, sign and space, LaTeX and emphasis
// gone. Nothing is interpreted here, and every byte remembers the bytes of the text that it stands for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::document {

struct Plain {
  std::string text;
  std::vector<std::uint32_t> from;  ///< per byte of `text`: where in the original it begins...
  std::vector<std::uint32_t> to;    ///< ...and ends

  [[nodiscard]] std::size_t begin_of(std::size_t at) const { return from[at]; }
  [[nodiscard]] std::size_t end_of(std::size_t end) const { return to[end - 1]; }
};

/// `×` and its kin become `*`, `÷` becomes `/`, `≈` becomes `~=`, arrows become `->`, dashes `-` (a long one
/// a comma), powers `^`,
/// `\frac{a}{b}` becomes `(a)/(b)`, odd spaces become spaces, invisible characters vanish. A line break stays
/// a line break unless the next line starts with a relation.
Plain plain_arithmetic(std::string_view text);

}  // namespace reckon::document
