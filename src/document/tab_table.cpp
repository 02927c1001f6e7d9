// SPDX-License-Identifier: MIT
#include "document/tab_table.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace reckon::document {
namespace {

constexpr std::size_t fewest_lines = 3;
constexpr std::size_t most_cells = 64;

/// A line that may be a row of a table; offsets in the source.
struct RowLine {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t first_cell = 0;  ///< where its cells begin and end
  std::size_t last_cell = 0;
  std::string_view separator = "\t";
  std::size_t cells = 1;

  [[nodiscard]] bool is_row() const { return cells > 1 && cells <= most_cells; }
  /// Two bars part the names of a wiki's columns, one bar the cells below.
  [[nodiscard]] bool goes_on(const RowLine& other) const {
    return cells == other.cells && separator.front() == other.separator.front();
  }
};

/// "| a | 12 GB |", and "|| Name || Size ||".
void look_for_bars(std::string_view line, RowLine& row) {
  constexpr std::string_view around = " \t\r";
  const std::size_t first = line.find_first_not_of(around);
  if (first == std::string_view::npos || line[first] != '|') return;
  const std::size_t last = line.find_last_not_of(around);
  const std::string_view inside = line.substr(first, last + 1 - first);
  const std::string_view separator = inside.starts_with("||") ? "||" : "|";
  if (inside.size() <= 2 * separator.size() || !inside.ends_with(separator)) return;
  row.separator = separator;
  row.first_cell = row.begin + first + separator.size();
  row.last_cell = row.begin + last + 1 - separator.size();
}

/// Calls with the begin and the end of each cell.
template <typename Take>
void each_cell(std::string_view text, const RowLine& row, Take take) {
  for (std::size_t begin = row.first_cell; begin <= row.last_cell;) {
    const std::size_t end = std::min(text.substr(0, row.last_cell).find(row.separator, begin), row.last_cell);
    take(begin, end);
    begin = end + row.separator.size();
  }
}

std::vector<RowLine> row_lines(std::string_view text) {
  std::vector<RowLine> out;
  for (std::size_t begin = 0; begin < text.size();) {
    RowLine row;
    row.begin = row.first_cell = begin;
    row.end = row.last_cell = std::min(text.find('\n', begin), text.size());
    look_for_bars(text.substr(begin, row.end - begin), row);
    row.cells = 0;
    each_cell(text, row, [&row](std::size_t, std::size_t) { ++row.cells; });
    out.push_back(row);
    begin = row.end + 1;
  }
  return out;
}

/// First and end of the longest run of lines with equally many cells.
std::pair<std::size_t, std::size_t> longest_run(const std::vector<RowLine>& lines) {
  std::pair<std::size_t, std::size_t> best{0, 0};
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t end = first + 1;
    while (end < lines.size() && lines[end].goes_on(lines[first])) ++end;
    if (lines[first].is_row() && end - first > best.second - best.first) best = {first, end};
    first = end;
  }
  return best;
}

}  // namespace

std::optional<TabTable> read_tab_table(const base::Sources& sources, const Text& block) {
  if (block.view().find_first_of("\t|") == std::string_view::npos) return std::nullopt;
  const base::Span span = block.span();
  const std::string_view source = sources.text(span);
  const std::vector<RowLine> lines = row_lines(source);
  const auto run = longest_run(lines);
  const std::size_t first = run.first;
  const std::size_t end = run.second;
  if (end - first < fewest_lines) return std::nullopt;
  const auto at = [&](std::size_t offset) {
    return block.first_from(span.begin + static_cast<std::uint32_t>(offset));
  };
  TabTable out;
  for (std::size_t i = first; i < end; ++i) {
    if (i > first) out.table.rows.add_row();
    each_cell(source, lines[i], [&](std::size_t begin, std::size_t stop) {
      Cell cell{block.slice(at(begin), at(stop)).trimmed()};
      i == first ? out.table.header.push_back(std::move(cell)) : out.table.rows.add(std::move(cell));
    });
  }
  out.before = block.slice(0, at(lines[first].begin)).trimmed();
  out.behind = block.slice(at(lines[end - 1].end), block.view().size()).trimmed();
  return out;
}

}  // namespace reckon::document
