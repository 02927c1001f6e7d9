// SPDX-License-Identifier: MIT
// Verdicts on arithmetic in prose, row by row of judged_equations.md.
#include "check/sample.hpp"
#include "document/document.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <iostream>

namespace reckon::check {
namespace {

struct JudgedEquation {
  std::string text;
  std::string verdicts;
  std::string because;
};

std::vector<JudgedEquation> rows() {
  base::Sources sources;
  const auto source = sources.add("judged_equations.md", read_file("tests/check/judged_equations.md"));
  const document::Document document = document::read(sources, source);
  std::vector<JudgedEquation> out;
  for (const document::Fragment& fragment : document.fragments) {
    const auto* table = std::get_if<document::Table>(&fragment);
    if (table == nullptr) continue;
    for (const auto& cells : table->rows) {
      out.push_back({std::string(cells[0].text.view()), std::string(cells[1].text.view()),
                     std::string(cells[2].text.view())});
    }
  }
  return out;
}

/// What becomes of each number that a written calculation yields or is said to, and the last reason that is
/// given. That an operand can be had by turning the calculation round is nothing new.
JudgedEquation judged(const std::string& text) {
  const Unprompted read(text);
  const Review& review = read.review;
  JudgedEquation out{text, {}, {}};
  for (const NumberFate& number : review.numbers) {
    const bool is_turned = number.generator == "nearby" && number.fate != derive::Fate::accused;
    if (number.generator.empty() || is_turned) continue;
    std::string_view verdict = name(number.fate);
    for (std::size_t i = 0; i < review.claims.size(); ++i) {
      if (review.claims[i].role != Role::equation || review.claims[i].span != number.span) continue;
      verdict = name(review.claims.judgement(i).verdict);
      if (!review.claims.judgement(i).convention.empty()) out.because = review.claims.judgement(i).convention;
    }
    out.verdicts.append(out.verdicts.empty() ? "" : " ").append(verdict);
  }
  if (out.verdicts.empty()) out.verdicts = "none";
  return out;
}

bool accuses(const JudgedEquation& row) {
  return row.verdicts.find("contradicted") != std::string::npos;
}

// What the reader reaches today. It may do better and not worse; rows that it fails stay in the table.
constexpr std::size_t least_as_expected = 104;
constexpr std::size_t most_false_alarms = 1;
constexpr std::size_t most_missed = 5;

TEST_CASE("equations get the verdicts of the table") {
  const std::vector<JudgedEquation> table = rows();
  REQUIRE(table.size() >= 100);
  std::string differences;
  std::size_t as_expected = 0;
  std::size_t false_alarms = 0;
  std::size_t missed = 0;
  for (const JudgedEquation& row : table) {
    const JudgedEquation found = judged(row.text);
    if (found.verdicts == row.verdicts && found.because == row.because) {
      ++as_expected;
      continue;
    }
    differences += fmt::format("{}: {} ({}), expected {} ({})\n", row.text, found.verdicts, found.because,
                               row.verdicts, row.because);
    false_alarms += accuses(found) && !accuses(row) ? 1U : 0U;
    missed += accuses(row) && !accuses(found) ? 1U : 0U;
  }
  std::cout << fmt::format("judged equations: {} of {} as expected; {} false alarms, {} not found\n{}",
                           as_expected, table.size(), false_alarms, missed, differences);
  CHECK(as_expected >= least_as_expected);
  CHECK(false_alarms <= most_false_alarms);
  CHECK(missed <= most_missed);
}

}  // namespace
}  // namespace reckon::check
