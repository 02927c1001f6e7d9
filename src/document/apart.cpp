// SPDX-License-Identifier: MIT
#include "document/apart.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace reckon::document {
namespace {

/// The table of ways of standing apart: what an earlier row has found about a result, a later one leaves.
constexpr std::array gatherers{gather_rows, gather_columns, gather_lists, gather_named};

/// "1 + 1" and "2" in two cells are an example of a language as often as a plan: a calculation that is about
/// something has a unit or a number of some size.
constexpr double is_about_something = 1000.0;

bool says_something(const Side& side) {
  return std::any_of(
      side.expression.nodes.begin(), side.expression.nodes.end(), [](const formula::Node& node) {
        return node.operation == formula::Operation::literal &&
               (!node.literal.unit_text.empty() || std::abs(node.literal.number) >= is_about_something);
      });
}

}  // namespace

std::optional<Equation> read_joined(const Text& line) {
  std::vector<Equation> equations = read_equations(line);
  if (equations.size() != 1) return std::nullopt;
  Equation& equation = equations.front();
  const bool is_one = equation.sides.size() == 2 && !equation.result_first &&
                      !equation.sides.front().is_quantity() && equation.sides.back().is_quantity();
  if (!is_one || !std::any_of(equation.sides.begin(), equation.sides.end(), says_something))
    return std::nullopt;
  equation.apart = true;
  equation.sides.front().written = line.view().substr(
      equation.sides.front().begin, equation.sides.front().end - equation.sides.front().begin);
  return std::move(equation);
}

std::vector<Apart> equations_apart(const Document& document) {
  std::vector<Apart> out;
  for (const auto gather : gatherers) gather(document, out);
  std::stable_sort(out.begin(), out.end(),
                   [](const Apart& a, const Apart& b) { return a.fragment < b.fragment; });
  return out;
}

}  // namespace reckon::document
