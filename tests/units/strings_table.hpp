// SPDX-License-Identifier: MIT
// Rows of quantity_strings.md.
#pragma once

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::units {

struct StringRow {
  std::string text;
  std::string slot;
  std::string outcome;
};

inline std::string trimmed_cell(std::string_view cell) {
  const std::size_t first = cell.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(cell.substr(first, cell.find_last_not_of(' ') - first + 1));
}

inline void replace_all(std::string& text, std::string_view name, std::string_view by) {
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + by.size())) {
    text.replace(at, name.size(), by);
  }
}

inline std::vector<StringRow> read_string_rows() {
  std::ifstream file(std::string(RECKON_ROOT) + "/tests/units/quantity_strings.md");
  std::vector<StringRow> rows;
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with("| ") || line.starts_with("| string ") || line.starts_with("| ---")) continue;
    std::vector<std::string> cells;
    for (std::size_t at = 1; at < line.size();) {
      const std::size_t bar = line.find(" |", at);
      if (bar == std::string::npos) break;
      cells.push_back(trimmed_cell(std::string_view(line).substr(at, bar - at)));
      at = bar + 2;
    }
    if (cells.size() != 3) continue;
    replace_all(cells[0], "{nbsp}", "\xc2\xa0");
    replace_all(cells[0], "{thin}", "\xe2\x80\x89");
    replace_all(cells[0], "{narrow}", "\xe2\x80\xaf");
    replace_all(cells[0], "{micro}", "\xc2\xb5");
    replace_all(cells[0], "{mu}", "\xce\xbc");
    rows.push_back({cells[0], cells[1], cells[2]});
  }
  return rows;
}

}  // namespace reckon::units
