// SPDX-License-Identifier: MIT
#include "document/markdown_guard.hpp"

#include "document/digits.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace reckon::document {
namespace {

/// Quotes and list items that one line may open or continue.
constexpr std::size_t most_containers = 64;
/// Brackets times bytes of the longest paragraph: the work of looking up and copying link definitions.
constexpr std::size_t most_link_work = std::size_t{1} << 30U;
/// What stands in for a mark: no character of Markdown.
constexpr char stand_in = 'x';

/// Offsets of the marks beyond the 64th that open quotes and items in the line [begin, end).
void find_deep_marks(std::string_view text, std::size_t begin, std::size_t end,
                     std::vector<std::size_t>& marks) {
  std::size_t count = 0;
  const auto ends_mark = [&](std::size_t at) { return at == end || text[at] == ' ' || text[at] == '\t'; };
  for (std::size_t at = begin; at < end; ++at) {
    const char c = text[at];
    if (c == ' ' || c == '\t') continue;
    std::size_t mark = at;
    if (is_digit(c)) {
      while (mark < end && is_digit(text[mark])) ++mark;
      if (mark == end || (text[mark] != '.' && text[mark] != ')') || !ends_mark(mark + 1)) return;
    } else if (c == '-' || c == '+' || c == '*') {
      if (!ends_mark(at + 1)) return;
    } else if (c != '>') {
      return;
    }
    if (++count > most_containers) marks.push_back(mark);
    at = mark;
  }
}

/// Bullets as web pages print them; each has as many bytes as `as_item`.
constexpr std::array<std::string_view, 4> bullets{"\xe2\x80\xa2", "\xe2\x80\xa3", "\xe2\x97\xa6",
                                                  "\xe2\x96\xaa"};
constexpr std::string_view as_item = "  -";

/// Whether the line [begin, end) begins with a bullet; `begin` is then its place.
bool begins_with_bullet(std::string_view text, std::size_t& begin, std::size_t end) {
  while (begin < end && (text[begin] == ' ' || text[begin] == '\t')) ++begin;
  const std::string_view line = text.substr(begin, end - begin);
  const bool is_spaced =
      line.size() > as_item.size() && (line[as_item.size()] == ' ' || line[as_item.size()] == '\t');
  return is_spaced &&
         std::find(bullets.begin(), bullets.end(), line.substr(0, as_item.size())) != bullets.end();
}

}  // namespace

std::optional<std::string> guard_markdown(std::string_view text) {
  std::vector<std::size_t> marks;
  std::vector<std::size_t> items;
  std::size_t longest = 0;
  std::size_t paragraph = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const bool blank = std::all_of(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                   text.begin() + static_cast<std::ptrdiff_t>(end),
                                   [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
    paragraph = blank ? begin : paragraph;
    longest = std::max(longest, end - paragraph);
    find_deep_marks(text, begin, end, marks);
    if (begins_with_bullet(text, begin, end)) items.push_back(begin);
    begin = end + 1;
  }
  std::size_t brackets = 0;
  for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) ++brackets;
  const bool too_many = brackets > most_link_work / std::max<std::size_t>(longest, 1);
  if (marks.empty() && items.empty() && !too_many) return std::nullopt;
  std::string out(text);
  for (const std::size_t mark : marks) out[mark] = stand_in;
  for (const std::size_t item : items) out.replace(item, as_item.size(), as_item);
  if (too_many) {
    std::replace(out.begin(), out.end(), '[', stand_in);
    std::replace(out.begin(), out.end(), ']', stand_in);
  }
  return out;
}

}  // namespace reckon::document
