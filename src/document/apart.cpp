// SPDX-License-Identifier: MIT
#include "document/apart.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

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

/// "Wrong: ...", "A common mistake is ...": the document itself says that what stands here does not hold.
bool is_shown_as_wrong(std::string_view text) {
  constexpr std::size_t beginning = 48;
  constexpr std::array<std::string_view, 9> signs{"wrong:",         "incorrect",    "bad example",
                                                  "common mistake", "common error", "do not write",
                                                  "don't write",    "anti-pattern", "antipattern"};
  if (text.starts_with("\xe2\x9d\x8c")) return true;  // a cross
  std::string lower(text.substr(0, beginning));
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return std::any_of(signs.begin(), signs.end(),
                     [&lower](std::string_view sign) { return lower.find(sign) != std::string::npos; });
}

}  // namespace

std::optional<Equation> read_joined(const Text& line, bool is_said) {
  std::vector<Equation> equations = read_equations(line);
  if (equations.size() != 1) return std::nullopt;
  Equation& equation = equations.front();
  const bool is_one = equation.sides.size() == 2 && !equation.result_first &&
                      !equation.sides.front().is_quantity() && equation.sides.back().is_quantity();
  if (!is_one) return std::nullopt;
  if (!is_said && !std::any_of(equation.sides.begin(), equation.sides.end(), says_something))
    return std::nullopt;
  equation.apart = true;
  equation.sides.front().written = line.view().substr(
      equation.sides.front().begin, equation.sides.front().end - equation.sides.front().begin);
  return std::move(equation);
}

InlineEquations inline_equations(const Document& document) {
  InlineEquations out(document.fragments.size());
  // What was said before, and whether it is looked at already: code behind it may be an example of what not
  // to write.
  const Passage* said = nullptr;
  std::optional<bool> introduces_example;
  for (std::size_t i = 0; i < document.fragments.size(); ++i) {
    const auto* const passage = std::get_if<Passage>(&document.fragments[i]);
    if (passage == nullptr) continue;
    const bool is_code = passage->kind == Passage::Kind::code;
    if (is_code && said != nullptr) {
      const std::string_view view = said->text.view();
      if (!introduces_example) introduces_example = view.ends_with(':') && is_shown_as_wrong(view);
      if (*introduces_example) continue;
    }
    if (!is_code) {
      said = passage;
      introduces_example.reset();
    }
    if (!passage->may_state) continue;
    std::vector<Equation> equations = read_equations(passage->text);
    // Nearly every passage states nothing, so that nobody need know whether it does so wrongly.
    if (!equations.empty() && !is_shown_as_wrong(passage->text.view())) out[i] = std::move(equations);
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
