// SPDX-License-Identifier: MIT
// One text of a document: what in it looks like a number, and what the reader of arithmetic makes of it when
// no claim comes of it. Asks the reader's own steps in their order; decides nothing that the reader does not.
#pragma once

#include "check/unread_reason.hpp"
#include "document/text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace reckon::check {

struct NumberLike {
  std::size_t begin = 0;  ///< in the text, with the unit or the word around it
  std::size_t end = 0;
  UnreadReason reason = UnreadReason::alone;
  std::vector<std::string> details;
  bool follows_sign = false;  ///< `:` or `=` stands right in front
};

/// In order, without overlap; whatever has a digit is in one of them; what lies behind the
/// numbers that are read of one text is a single one. Linear in the text.
std::vector<NumberLike> numbers_in(const document::Text& text);

}  // namespace reckon::check
