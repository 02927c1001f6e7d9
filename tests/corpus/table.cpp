// SPDX-License-Identifier: MIT
#include "corpus/table.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace reckon::corpus {

std::string read_file(const std::string& path) {
  std::ifstream in(RECKON_ROOT "/" + path, std::ios::binary);
  if (!in) throw std::runtime_error("no file " + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> out;
  while (true) {
    const std::size_t at = std::min(text.find(separator), text.size());
    out.emplace_back(text.substr(0, at));
    if (at == text.size()) return out;
    text.remove_prefix(at + 1);
  }
}

std::vector<Row> read_table(const std::string& path) {
  std::vector<Row> out;
  std::vector<std::string> header;
  for (std::string& line : split(read_file(path), '\n')) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    const std::vector<std::string> cells = split(line, '\t');
    if (header.empty()) {
      header = cells;
      continue;
    }
    Row& row = out.emplace_back();
    for (std::size_t i = 0; i < header.size(); ++i) row[header[i]] = i < cells.size() ? cells[i] : "";
  }
  return out;
}

std::optional<std::size_t> line_number(const std::string& cell) {
  const bool is_number =
      !cell.empty() && std::all_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
  return is_number ? std::optional(std::size_t{std::stoul(cell)}) : std::nullopt;
}

}  // namespace reckon::corpus
