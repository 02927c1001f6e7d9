// SPDX-License-Identifier: MIT
#include "corpus/golden.hpp"

#include "corpus/floors.hpp"
#include "corpus/table.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <fstream>
#include <map>

namespace reckon::corpus {
namespace {

/// The lines that differ, with their sign, up to a number that can be read.
std::string difference(const std::string& before, const std::string& after) {
  std::map<std::string, long> counts;
  for (const std::string& line : split(before, '\n')) --counts[line];
  for (const std::string& line : split(after, '\n')) ++counts[line];
  constexpr int most = 40;
  int shown = 0;
  std::string out;
  for (const auto& [line, count] : counts) {
    if (count == 0 || ++shown > most) continue;
    out += fmt::format("{} {}\n", count < 0 ? '-' : '+', line);
  }
  if (shown > most) out += fmt::format("and {} more\n", shown - most);
  return out.empty() ? "the same lines in another order\n" : out;
}

}  // namespace

void check_golden(const std::string& path, const std::string& actual) {
  if (is_updating()) {
    std::ofstream(RECKON_ROOT "/" + path, std::ios::binary) << actual;
    return;
  }
  const std::string reviewed = read_file(path);
  if (actual == reviewed) SUCCEED(path);
  if (actual != reviewed)
    FAIL_CHECK(path << " (RECKON_UPDATE=1 rewrites it):\n" << difference(reviewed, actual));
}

}  // namespace reckon::corpus
