// SPDX-License-Identifier: MIT
// The corpus as a test: no figure falls behind the one that was reached (floors.tsv), and a change of
// verdicts is seen as a change of verdicts/. RECKON_UPDATE=1 rewrites both.
#include "corpus/score.hpp"

#include "corpus/floors.hpp"
#include "corpus/golden.hpp"
#include "corpus/table.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <iostream>

namespace reckon::corpus {
namespace {

/// "plans/chat" is kept in "chat.txt", "sentences/unseen" in "sentences-unseen.txt".
std::string golden_of(const FolderScore& score) {
  if (score.folder.starts_with("sentences/"))
    return "tests/corpus/verdicts/sentences-" + score.folder.substr(score.folder.find('/') + 1) + ".txt";
  return "tests/corpus/verdicts/" + score.folder.substr(score.folder.rfind('/') + 1) + ".txt";
}

std::string lines_of_golden(const FolderScore& score) {
  std::string out;
  if (is_held_back(score.folder)) {
    std::map<std::string, long> counts;
    for (const std::string& verdict : score.verdicts) ++counts[split(verdict, '\t')[2]];
    for (const auto& [verdict, count] : counts) out += fmt::format("{}\t{}\n", verdict, count);
    return out;
  }
  for (const std::string& verdict : score.verdicts) out += verdict + '\n';
  for (const std::string& planted : score.planted) out += "planted\t" + planted + '\n';
  return out;
}

}  // namespace

TEST_CASE("no figure of the corpus falls behind the one that was reached") {
  Floors floors;
  FloorReport report;
  for (const FolderScore& score : scores()) {
    std::cout << line_of(score) << '\n';
    for (const Figure& figure : score.figures) floors.hold(score.folder, figure, report);
  }
  for (const std::string& better : report.better)
    std::cout << "corpus " << better << ": raise it (RECKON_UPDATE=1)\n";
  for (const std::string& broken : report.broken) FAIL_CHECK(broken);
  if (is_updating()) floors.save();
}

TEST_CASE("verdicts are those that were reviewed") {
  for (const FolderScore& score : scores()) check_golden(golden_of(score), lines_of_golden(score));
}

}  // namespace reckon::corpus
