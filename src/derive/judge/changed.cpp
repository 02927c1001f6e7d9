// SPDX-License-Identifier: MIT
#include "derive/judge/changed.hpp"

#include "derive/search/surprise.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace reckon::derive {
namespace {

using arithmetic::Figure;
using arithmetic::Node;
using arithmetic::Operation;

/// Fewer digits agree by accident.
constexpr int digits_that_tell = 3;

/// Columns alone: a constant that the rows tell is no number that somebody changed.
bool is_of_figures(const Page& page, const Derivation& derivation) {
  for (std::uint32_t i = derivation.first_node; i <= derivation.root; ++i) {
    const Operation operation = page.nodes[i].operation;
    const bool calculates = operation == Operation::add || operation == Operation::subtract ||
                            operation == Operation::multiply || operation == Operation::divide;
    if (operation != Operation::figure && !calculates) return false;
  }
  return true;
}

/// The operand's number with which the target comes out as stated; it enters once.
std::optional<double> solved(const Page& page, const Derivation& derivation, MentionId operand) {
  const Figure& figure = page.figure(operand);
  const Figure& stated = page.figure(derivation.target);
  const double before = value_with(page, derivation, nowhere, 0.0);
  const double unit = derivation.comparison.right / before;  // of the target, over base units
  const double ratio = derivation.comparison.ratio;
  const double apart = (stated.number - derivation.comparison.right) / unit / figure.unit.factor;
  for (const double exact :
       {figure.number * ratio, figure.number / ratio, figure.number + apart, figure.number - apart}) {
    const double number = std::round(exact / figure.step) * figure.step;
    if (!(number > 0.0) || number == figure.number) continue;
    const double made = value_with(page, derivation, operand, number * figure.unit.factor) * unit;
    if (std::abs(made - stated.number) <= 0.5 * stated.step) return number;
  }
  return std::nullopt;
}

}  // namespace

double value_with(const Page& page, const Derivation& derivation, MentionId operand, double instead) {
  std::vector<double> values;
  const auto at = [&](std::uint32_t node) { return values[node - derivation.first_node]; };
  const auto figure = [&](MentionId id) { return id == operand ? instead : page.figure(id).value(); };
  for (std::uint32_t i = derivation.first_node; i <= derivation.root; ++i) {
    const Node& node = page.nodes[i];
    double value = std::numeric_limits<double>::quiet_NaN();
    if (node.operation == Operation::figure) value = figure(node.a);
    if (node.operation == Operation::gap && derivation.gap != nowhere) value = figure(derivation.gap);
    if (node.operation == Operation::constant) value = page.constants[node.a].value;
    if (node.operation == Operation::one) value = 1.0;
    if (node.operation == Operation::add) value = at(node.a) + at(node.b);
    if (node.operation == Operation::subtract) value = at(node.a) - at(node.b);
    if (node.operation == Operation::multiply) value = at(node.a) * at(node.b);
    if (node.operation == Operation::divide) value = at(node.a) / at(node.b);
    if (node.operation == Operation::power) value = std::pow(at(node.a), at(node.b));
    const auto& row = arithmetic::row_of(node.operation);
    if (row.of != nullptr) value = row.of(at(node.a));
    values.push_back(value);
  }
  return values.back();
}

std::vector<Changed> changes(const Page& page, const Derivation& derivation) {
  std::vector<Changed> out;
  const bool may_be = derivation.generator == Generator::row && derivation.target != nowhere &&
                      !derivation.holds() && derivation.comparison.ratio > 0.0 &&
                      is_of_figures(page, derivation) &&
                      page.figure(derivation.target).digits >= digits_that_tell;
  if (!may_be) return out;
  const std::vector<MentionId> operands = operands_of(page, derivation);
  for (const MentionId operand : operands) {
    const auto number = solved(page, derivation, operand);
    if (!number) continue;
    const float choice = std::log2(static_cast<float>(operands.size()));
    out.push_back({operand, *number, surprise(page.figure(operand), 0.0) + choice});
  }
  return out;
}

}  // namespace reckon::derive
