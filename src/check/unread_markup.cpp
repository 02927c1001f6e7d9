// SPDX-License-Identifier: MIT
#include "check/unread_markup.hpp"

#include "document/digits.hpp"

#include <algorithm>

namespace reckon::check {
namespace {

/// "12. " or "3) " in front of everything else in a line but marks of lists and quotes.
bool numbers_item(std::string_view line, std::size_t at) {
  if (line.substr(0, at).find_first_not_of(" \t>-*+0123456789.)") != std::string_view::npos) return false;
  while (at < line.size() && document::is_digit(line[at])) ++at;
  return at < line.size() && (line[at] == '.' || line[at] == ')');
}

}  // namespace

void Markup::next_line() {
  begin_ = end_;
  end_ = std::min(text_.find('\n', begin_), text_.size() - 1) + 1;
  std::string_view line = text_.substr(begin_, end_ - begin_);
  line.remove_prefix(std::min(line.find_first_not_of(" \t>-*+0123456789.)"), line.size()));
  const bool marks = line.substr(0, 3) == "```" || line.substr(0, 3) == "~~~";
  is_fence_ = marks && (fence_ == '\0' || fence_ == line[0]);
  if (is_fence_) fence_ = fence_ == '\0' ? line[0] : '\0';
}

UnreadReason Markup::reason_at(std::size_t at) {
  while (end_ <= at && end_ < text_.size()) next_line();
  if (is_fence_) return UnreadReason::markup;
  if (fence_ != '\0') return UnreadReason::code;
  const std::string_view line = text_.substr(begin_, end_ - begin_);
  return numbers_item(line, at - begin_) ? UnreadReason::list_number : UnreadReason::markup;
}

}  // namespace reckon::check
