// SPDX-License-Identifier: MIT
#include "document/tab_table.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace reckon::document {
namespace {

constexpr std::size_t fewest_lines = 3;
constexpr std::size_t most_tabs = 64;

/// Offsets in the source.
struct TabLine {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t tabs = 0;
};

std::vector<TabLine> lines_of(std::string_view text) {
  std::vector<TabLine> out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    out.push_back({begin, end, static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t'))});
    begin = end + 1;
  }
  return out;
}

/// First and end of the longest run of lines with equally many tabs.
std::pair<std::size_t, std::size_t> longest_run(const std::vector<TabLine>& lines) {
  std::pair<std::size_t, std::size_t> best{0, 0};
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t end = first + 1;
    while (end < lines.size() && lines[end].tabs == lines[first].tabs) ++end;
    const bool is_table = lines[first].tabs > 0 && lines[first].tabs <= most_tabs;
    if (is_table && end - first > best.second - best.first) best = {first, end};
    first = end;
  }
  return best;
}

}  // namespace

std::optional<TabTable> read_tab_table(const base::Sources& sources, const Text& block) {
  if (block.view().find('\t') == std::string_view::npos) return std::nullopt;
  const base::Span span = block.span();
  const std::string_view source = sources.text(span);
  const std::vector<TabLine> lines = lines_of(source);
  const auto [first, end] = longest_run(lines);
  if (end - first < fewest_lines) return std::nullopt;
  const auto at = [&](std::size_t offset) {
    return block.first_from(span.begin + static_cast<std::uint32_t>(offset));
  };
  TabTable out;
  for (std::size_t i = first; i < end; ++i) {
    std::vector<Cell> cells;
    for (std::size_t begin = lines[i].begin; begin <= lines[i].end;) {
      const std::size_t tab = std::min(source.find('\t', begin), lines[i].end);
      cells.push_back({block.slice(at(begin), at(tab)).trimmed()});
      begin = tab + 1;
    }
    i == first ? void(out.table.header = std::move(cells)) : out.table.rows.push_back(std::move(cells));
  }
  out.before = block.slice(0, at(lines[first].begin)).trimmed();
  out.behind = block.slice(at(lines[end - 1].end), block.view().size()).trimmed();
  return out;
}

}  // namespace reckon::document
