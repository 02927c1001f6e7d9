// SPDX-License-Identifier: MIT
// Verdicts on arithmetic in prose, row by row of judged_equations.md.
#include "check/judge_equation.hpp"

#include "check/sample.hpp"
#include "document/document.hpp"

#include <catch2/catch.hpp>

namespace reckon::check {
namespace {

struct Row {
  std::string text;
  std::string verdicts;
  std::string because;
};

std::vector<Row> rows() {
  base::Sources sources;
  const auto source = sources.add("judged_equations.md", read_file("tests/check/judged_equations.md"));
  const document::Document document = document::read(sources, source);
  std::vector<Row> out;
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

/// Verdicts of all steps, and the last reason that any of them gives.
Row judged(const std::string& text) {
  base::Sources sources;
  const base::SourceId source = sources.add("text", text);
  Row out{text, {}, {}};
  for (const document::Equation& equation :
       document::read_equations(document::Text::verbatim(sources, sources.whole(source)))) {
    for (std::size_t step = 1; step < equation.sides.size(); ++step) {
      const Judgement judgement = judge_step(equation, step).judgement;
      out.verdicts += (out.verdicts.empty() ? "" : " ") + std::string(name(judgement.verdict));
      if (!judgement.convention.empty()) out.because = judgement.convention;
    }
  }
  if (out.verdicts.empty()) out.verdicts = "none";
  return out;
}

TEST_CASE("equations get the verdicts of the table") {
  const std::vector<Row> table = rows();
  REQUIRE(table.size() >= 60);
  for (const Row& row : table) {
    const Row found = judged(row.text);
    INFO(row.text);
    CHECK(found.verdicts == row.verdicts);
    CHECK(found.because == row.because);
  }
}

TEST_CASE("a step tells what it rests on and in which unit") {
  base::Sources sources;
  const auto source = sources.add("text", "8 cores × 2 GB = 16 GB = 16,000 MB");
  const auto equations = document::read_equations(document::Text::verbatim(sources, sources.whole(source)));
  REQUIRE(equations.size() == 1);
  const StepJudgement first = judge_step(equations[0], 1);
  CHECK(first.unit.factor == 1e9);
  CHECK(first.judgement.recomputed->value == Approx(16e9));
  CHECK(first.judgement.ratio.value() == Approx(1.0));
  // A side that is one quantity calculates nothing: the product before it is what the step rests on.
  const StepJudgement second = judge_step(equations[0], 2);
  CHECK(second.calculation.nodes.size() == first.calculation.nodes.size());
  CHECK(second.unit.factor == 1e6);
}

}  // namespace
}  // namespace reckon::check
