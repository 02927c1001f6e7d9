// SPDX-License-Identifier: MIT
#include "corpus/floors.hpp"

#include "corpus/table.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>

namespace reckon::corpus {
namespace {

constexpr const char* floors_path = "tests/corpus/floors.tsv";

}  // namespace

bool is_updating() {
  return std::getenv("RECKON_UPDATE") != nullptr;
}

Floors::Floors() {
  for (const Row& row : read_table(floors_path))
    by_name_[{row.at("folder"), row.at("figure")}] = std::stol(row.at("floor"));
}

void Floors::hold(const std::string& folder, const Figure& figure, FloorReport& report) {
  const auto found = by_name_.find({folder, figure.name});
  if (found == by_name_.end()) {
    if (is_updating())
      by_name_[{folder, figure.name}] = figure.value;
    else
      report.broken.push_back(fmt::format("{}: {} has no floor", folder, figure.name));
    return;
  }
  long& floor = found->second;
  if (figure.value == floor) return;
  const std::string text =
      fmt::format("{}: {} {}, the floor is {}", folder, figure.name, figure.value, floor);
  if ((figure.value > floor) != figure.more_is_better) {
    report.broken.push_back(text);
    return;
  }
  report.better.push_back(text);
  if (is_updating()) floor = figure.value;
}

void Floors::save() const {
  std::ofstream out(RECKON_ROOT "/" + std::string(floors_path), std::ios::binary);
  out << "folder\tfigure\tfloor\n";
  for (const auto& [name, floor] : by_name_)
    out << name.first << '\t' << name.second << '\t' << floor << '\n';
}

}  // namespace reckon::corpus
