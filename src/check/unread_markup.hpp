// SPDX-License-Identifier: MIT
// What a digit of a Markdown source is that stands in no text: the number of an item, a part of code that its
// reader left out, or mark-up. Follows the lines of the source; knows no more of Markdown than that.
#pragma once

#include "check/unread_reason.hpp"

#include <cstddef>
#include <string_view>

namespace reckon::check {

class Markup {
 public:
  explicit Markup(std::string_view text) : text_(text) {}

  /// Places must be asked for in order.
  UnreadReason reason_at(std::size_t at);

 private:
  void next_line();

  std::string_view text_;
  std::size_t begin_ = 0;  ///< of the line
  std::size_t end_ = 0;    ///< behind its break
  bool is_fence_ = false;  ///< the line opens or closes a fence
  char fence_ = '\0';      ///< the mark of the fence that is open
};

}  // namespace reckon::check
