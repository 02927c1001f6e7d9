// SPDX-License-Identifier: MIT
#include "derive/judge/written_out.hpp"

#include "formula/functions.hpp"
#include "units/print.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace reckon::derive {
namespace {

using arithmetic::Node;
using arithmetic::Operation;

formula::Operation operation_of(Operation operation) {
  using Formula = formula::Operation;
  constexpr std::array rows{
      std::pair(Operation::add, Formula::add),           std::pair(Operation::subtract, Formula::subtract),
      std::pair(Operation::multiply, Formula::multiply), std::pair(Operation::divide, Formula::divide),
      std::pair(Operation::power, Formula::power),       std::pair(Operation::negate, Formula::negate)};
  const auto* const row =
      std::find_if(rows.begin(), rows.end(), [operation](const auto& r) { return r.first == operation; });
  return row == rows.end() ? Formula::call : row->second;
}

/// One space for each run of spaces and line breaks.
std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (blank && (out.empty() || out.back() == ' ')) continue;
    out += blank ? ' ' : c;
  }
  return out;
}

std::string figure_text(const Page& page, const base::Sources& sources, MentionId id) {
  std::string out = one_line(sources.text(page.span(id)));
  // "3x" multiplies already: "400/s × 3".
  if (page.unit_text(id) == "x" && out.ends_with('x')) out.pop_back();
  return out;
}

/// In the unit of a number like it.
std::string constant_text(const Page& page, const Constant& constant) {
  if (constant.like == nowhere) return units::print_rounded(constant.value);
  const std::string number = units::print_rounded(constant.value / page.figure(constant.like).unit.factor);
  const std::string_view unit = page.unit_text(constant.like);
  const bool follows = !unit.empty() && page.mentions[constant.like].unit_from == UnitFrom::itself &&
                       page.figure(constant.like).currency == arithmetic::Currency::none;
  return follows ? number + " " + std::string(unit) : number;
}

struct Printed {
  std::string text;
  int precedence = arithmetic::tightest;
};

std::string operand_text(const Page& page, const base::Sources& sources, const Derivation& derivation,
                         const Node& node) {
  if (node.operation == Operation::figure) return figure_text(page, sources, node.a);
  if (node.operation == Operation::one) return "1";
  if (node.operation == Operation::constant) return constant_text(page, page.constants[node.a]);
  if (node.operation == Operation::period)
    return std::string(arithmetic::one_of(static_cast<arithmetic::Period>(node.a)));
  const bool is_missing = node.operation == Operation::gap || node.operation == Operation::name;
  return is_missing && derivation.gap != nowhere ? figure_text(page, sources, derivation.gap) : "…";
}

Printed print(const Page& page, const base::Sources& sources, const Derivation& derivation,
              std::uint32_t index) {
  const Node& node = page.nodes[index];
  const arithmetic::OperationRow& row = arithmetic::row_of(node.operation);
  if (row.operands == 0) return {operand_text(page, sources, derivation, node)};
  const auto operand = [&](std::uint32_t of, int least) {
    Printed inner = print(page, sources, derivation, of);
    return inner.precedence < least ? "(" + inner.text + ")" : inner.text;
  };
  std::string text;
  if (!row.name.empty()) {
    text = std::string(row.name) + "(" + operand(node.a, 0);
    if (row.operands > 1) text += ", " + operand(node.b, 0);
    text += ")";
  } else if (row.operands == 1) {
    text = std::string(row.sign) + operand(node.a, row.precedence);
  } else {
    text = operand(node.a, row.precedence) + std::string(row.sign) + operand(node.b, row.precedence + 1);
  }
  return {std::move(text), row.precedence};
}

}  // namespace

units::Stated stated_of(const Page& page, MentionId id) {
  const arithmetic::Figure& figure = page.figure(id);
  const arithmetic::Outcome outcome = arithmetic::outcome_of(figure);
  units::Stated out;
  out.interval = {outcome.low, outcome.value, outcome.high};
  out.dimension = figure.unit.dimension;
  out.unit = figure.unit;
  out.unit_text = std::string(page.unit_text(id));
  out.number = figure.number;
  out.comparator = figure.comparator;
  out.approximate = figure.approximate;
  out.is_range = figure.is_range();
  return out;
}

formula::Calculation written_out(const Page& page, const base::Sources& sources,
                                 const Derivation& derivation) {
  formula::Formula formula;
  std::map<std::uint32_t, std::uint32_t> moved;
  for (std::uint32_t i = derivation.first_node; i <= derivation.root; ++i) {
    const Node& node = page.nodes[i];
    formula::Node out;
    const bool is_gap = node.operation == Operation::gap || node.operation == Operation::name;
    if (node.operation == Operation::one || node.operation == Operation::constant) {
      out.literal.number = node.operation == Operation::one ? 1.0 : page.constants[node.a].value;
      out.literal.interval = units::exactly(out.literal.number);
      out.literal.unit.factor = 1.0;
      out.text = units::print_rounded(out.literal.number);
    } else if (node.operation == Operation::period) {
      const auto period = static_cast<arithmetic::Period>(node.a);
      const double length = arithmetic::seconds(period);
      out.literal.interval = units::exactly(length);
      out.literal.dimension = units::axis(units::Axis::time);
      out.literal.unit = {out.literal.dimension, length};
      out.literal.number = 1.0;
      out.literal.unit_text = std::string(arithmetic::one_of(period).substr(2));
      out.text = std::string(arithmetic::one_of(period));
    } else if (node.operation == Operation::figure || is_gap) {
      const MentionId id = is_gap ? derivation.gap : node.a;
      if (id != nowhere) {
        out.literal = stated_of(page, id);
        out.literal.dimension = out.literal.dimension.without_counts();
        out.literal.unit.dimension = out.literal.dimension;
        out.text = figure_text(page, sources, id);
        out.span = page.span(id);
      }
    } else {
      out.operation = operation_of(node.operation);
      out.operands.push_back(moved[node.a]);
      if (arithmetic::row_of(node.operation).operands > 1) out.operands.push_back(moved[node.b]);
      if (out.operation == formula::Operation::call) {
        out.text = arithmetic::row_of(node.operation).name;
        if (const formula::Function* const row = formula::find_function(out.text))
          out.slot = static_cast<std::uint32_t>(row - formula::function_table().data());
      }
    }
    moved[i] = static_cast<std::uint32_t>(formula.nodes.size());
    formula.nodes.push_back(std::move(out));
  }
  return formula::calculation_of(formula);
}

std::string calculation_text(const Page& page, const base::Sources& sources, const Derivation& derivation) {
  const bool in_one_piece = derivation.gap == nowhere && derivation.end > derivation.begin;
  if (in_one_piece)
    return one_line(sources.text(page.span(derivation.line, derivation.begin, derivation.end)));
  return print(page, sources, derivation, derivation.root).text;
}

}  // namespace reckon::derive
