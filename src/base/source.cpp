// SPDX-License-Identifier: MIT
#include "base/source.hpp"

#include "base/unicode.hpp"

#include <algorithm>

namespace reckon::base {

Span join(const Span& a, const Span& b) {
  return {a.source, std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

SourceId Sources::add(std::string name, std::string text) {
  std::vector<std::size_t> starts{0};
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') starts.push_back(i + 1);
  }
  sources_.push_back({std::move(name), std::move(text), std::move(starts)});
  return static_cast<SourceId>(sources_.size() - 1);
}

std::string_view Sources::text(const Span& span) const {
  return text(span.source).substr(span.begin, span.end - span.begin);
}

Span Sources::whole(SourceId id) const {
  return {id, 0, static_cast<std::uint32_t>(text(id).size())};
}

Place Sources::place(SourceId id, std::size_t offset) const {
  const auto& starts = sources_[id].line_starts;
  const auto next = std::upper_bound(starts.begin(), starts.end(), offset);
  const auto line = static_cast<std::size_t>(next - starts.begin());
  const std::size_t start = starts[line - 1];
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
