// SPDX-License-Identifier: MIT
#include "corpus/gaps.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reckon::corpus {
namespace {

std::string list(const std::set<std::string>& names, std::size_t all) {
  return names.size() == all ? "*" : fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

void Gaps::add(const std::string& failure, const std::string& row, const std::string& column,
               const std::string& seat) {
  ++count_;
  failures_[failure][row][column].insert(seat);
}

std::string Gaps::print() const {
  std::string out;
  for (const auto& [failure, rows] : failures_) {
    // What fails for a row, as lines; rows for which the same fails stand together.
    std::map<std::vector<std::string>, Names> rows_of;
    for (const auto& [row, by_column] : rows) {
      std::map<Names, Names> columns_of;
      for (const auto& [column, failing] : by_column) columns_of[failing].insert(column);
      std::vector<std::string> lines;
      for (const auto& [failing, together] : columns_of)
        lines.push_back(
            fmt::format("{} | {}", list(together, columns_.size()), list(failing, seats_.size())));
      rows_of[lines].insert(row);
    }
    for (const auto& [lines, together] : rows_of) {
      for (const std::string& line : lines)
        out += fmt::format("{}: {} | {} | {}\n", name_, failure, list(together, rows_.size()), line);
    }
  }
  return out;
}

}  // namespace reckon::corpus
