// SPDX-License-Identifier: MIT
#include "check/covered.hpp"

#include "document/digits.hpp"

#include <algorithm>

namespace reckon::check {
namespace {

/// What may stand glued to a digit in something like a number: anything but blanks, quotes and brackets.
bool glues(char c) {
  return std::string_view(" \t\r\n\"'`()[]{}<>|,;*=").find(c) == std::string_view::npos;
}

}  // namespace

void Covered::cover(const base::Span& span) {
  if (span.source != source_) return;
  const std::size_t end = std::min<std::size_t>(span.end, bytes_.size());
  for (std::size_t at = span.begin; at < end; ++at) bytes_[at] = true;
}

bool Covered::is_open_digit(std::size_t at) const {
  return document::is_digit(text_[at]) && !bytes_[at];
}

std::optional<base::Span> Covered::take(const base::Span& span) {
  if (span.source != source_) return std::nullopt;
  const std::size_t limit = std::min<std::size_t>(span.end, bytes_.size());
  std::size_t digit = span.begin;
  while (digit < limit && !is_open_digit(digit)) ++digit;
  if (digit >= limit) return std::nullopt;
  std::size_t begin = digit;
  while (begin > span.begin && !bytes_[begin - 1]) --begin;
  std::size_t end = digit;
  while (end < limit && !bytes_[end]) ++end;
  const base::Span out{source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  cover(out);
  return out;
}

std::optional<base::Span> Covered::take_next(std::size_t& from) {
  std::size_t digit = document::next_digit(text_, from);
  while (digit < text_.size() && bytes_[digit]) digit = document::next_digit(text_, digit + 1);
  from = digit;
  if (digit >= text_.size()) return std::nullopt;
  std::size_t begin = digit;
  while (begin > 0 && !bytes_[begin - 1] && glues(text_[begin - 1])) --begin;
  std::size_t end = digit;
  while (end < text_.size() && !bytes_[end] && glues(text_[end])) ++end;
  const base::Span out{source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  cover(out);
  from = end;
  return out;
}

std::size_t Covered::count() const {
  std::size_t count = 0;
  for (std::size_t at = document::next_digit(text_); at < text_.size();
       at = document::next_digit(text_, at)) {
    bool is_covered = false;
    while (at < text_.size() && (document::is_digit(text_[at]) ||
                                 (std::string_view(".,_").find(text_[at]) != std::string_view::npos &&
                                  at + 1 < text_.size() && document::is_digit(text_[at + 1])))) {
      is_covered = is_covered || bytes_[at];
      ++at;
    }
    count += is_covered ? 1U : 0U;
  }
  return count;
}

}  // namespace reckon::check
