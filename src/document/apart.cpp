// SPDX-License-Identifier: MIT
#include "document/apart.hpp"

#include <algorithm>
#include <cmath>

namespace reckon::document {
namespace {

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

InlineEquations inline_equations(const Document& document) {
  InlineEquations out(document.fragments.size());
  for (std::size_t i = 0; i < document.fragments.size(); ++i) {
    const auto* const passage = std::get_if<Passage>(&document.fragments[i]);
    if (passage != nullptr && passage->kind != Passage::Kind::heading) out[i] = read_equations(passage->text);
  }
  return out;
}

std::vector<Apart> equations_apart(const Document& document, const InlineEquations& within) {
  std::vector<Apart> out;
  std::size_t tables = 0;
  for (std::size_t i = 0; i < document.fragments.size(); ++i) {
    const auto* const table = std::get_if<Table>(&document.fragments[i]);
    if (table == nullptr) continue;
    const TableLooks looks = looks_of(*table);
    const TableAt at{*table, looks, ++tables, i};
    gather_rows(at, out);
    gather_columns(at, out);
  }
  gather_lists(document, out);
  gather_named(document, within, out);
  std::stable_sort(out.begin(), out.end(),
                   [](const Apart& a, const Apart& b) { return a.fragment < b.fragment; });
  return out;
}

}  // namespace reckon::document
