// SPDX-License-Identifier: MIT
#include "base/source.hpp"

#include "base/unicode.hpp"

#include <algorithm>

namespace reckon::base {
namespace {

/// Columns of longer lines are not counted from where the line begins: a whole document can be one line.
constexpr std::size_t longest_counted = 4096;
constexpr std::size_t points_between_marks = 1024;

std::vector<std::size_t> starts_of_lines(std::string_view text) {
  std::vector<std::size_t> starts{0};
  for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1))
    starts.push_back(at + 1);
  return starts;
}

bool has_long_line(const std::vector<std::size_t>& starts, std::size_t size) {
  const auto is_long = [](std::size_t from, std::size_t to) { return to - from > longest_counted; };
  return is_long(starts.back(), size) ||
         std::adjacent_find(starts.begin(), starts.end(), is_long) != starts.end();
}

std::vector<std::size_t> marks_of(std::string_view text) {
  std::vector<std::size_t> marks;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).length) {
    if (count++ % points_between_marks == 0) marks.push_back(at);
  }
  return marks;
}

}  // namespace

Span join(const Span& a, const Span& b) {
  return {a.source, std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

SourceId Sources::add(std::string name, std::string text) {
  std::vector<std::size_t> starts = starts_of_lines(text);
  std::vector<std::size_t> marks =
      has_long_line(starts, text.size()) ? marks_of(text) : std::vector<std::size_t>{};
  sources_.push_back({std::move(name), std::move(text), std::move(starts), std::move(marks)});
  return static_cast<SourceId>(sources_.size() - 1);
}

std::string_view Sources::text(const Span& span) const {
  return text(span.source).substr(span.begin, span.end - span.begin);
}

Span Sources::whole(SourceId id) const {
  return {id, 0, static_cast<std::uint32_t>(text(id).size())};
}

std::size_t Sources::code_points_before(const Source& source, std::size_t offset) {
  const auto next = std::upper_bound(source.marks.begin(), source.marks.end(), offset);
  if (next == source.marks.begin()) return 0;
  const std::size_t mark = *(next - 1);
  const auto marks_before = static_cast<std::size_t>(next - source.marks.begin()) - 1;
  return marks_before * points_between_marks +
         count_code_points(std::string_view(source.text).substr(mark, offset - mark));
}

Place Sources::place(SourceId id, std::size_t offset) const {
  const Source& source = sources_[id];
  const auto& starts = source.line_starts;
  const auto next = std::upper_bound(starts.begin(), starts.end(), offset);
  const auto line = static_cast<std::size_t>(next - starts.begin());
  const std::size_t start = starts[line - 1];
  if (offset - start > longest_counted)
    return {line, code_points_before(source, offset) - code_points_before(source, start) + 1};
  return {line, count_code_points(text(id).substr(start, offset - start)) + 1};
}

std::size_t Sources::line_start(SourceId id, std::size_t number) const {
  const auto& starts = sources_[id].line_starts;
  return number == 0 || number > starts.size() ? text(id).size() : starts[number - 1];
}

std::string_view Sources::line(SourceId id, std::size_t number) const {
  const auto& starts = sources_[id].line_starts;
  if (number == 0 || number > starts.size()) return {};
  const std::size_t begin = starts[number - 1];
  std::size_t end = number < starts.size() ? starts[number] - 1 : text(id).size();
  if (end > begin && text(id)[end - 1] == '\r') --end;
  return text(id).substr(begin, end - begin);
}

}  // namespace reckon::base
