// SPDX-License-Identifier: MIT
#include "document/equation_fold.hpp"

#include "document/equation_literal.hpp"

#include <cmath>
#include <utility>

namespace reckon::document {
namespace {

using formula::Node;
using formula::Operation;

bool is_bare(const Node& node) {
  return node.operation == Operation::literal && node.literal.unit_text.empty();
}

units::Stated times(units::Stated stated, double factor) {
  stated.number *= factor;
  stated.interval = {stated.interval.low * factor, stated.interval.value * factor,
                     stated.interval.high * factor};
  return stated;
}

void replace(formula::Formula& formula, units::Stated number, const units::Stated& unit) {
  if (!unit.unit_text.empty()) number = with_unit(number, unit.unit, unit.unit_text);
  formula.nodes.pop_back();
  formula.nodes.back().literal = std::move(number);
}

}  // namespace

bool fold_power(formula::Formula& formula) {
  const Node& base = formula.nodes[formula.nodes.size() - 2];
  const Node& exponent = formula.nodes.back();
  if (!is_bare(base) || exponent.operation != Operation::literal) return false;
  const double raised = exponent.literal.number;
  if (base.literal.number != 10.0 && base.literal.number != 2.0) return false;
  if (raised != std::round(raised) || std::abs(raised) > 100) return false;
  units::Stated number = base.literal;
  number.number = std::pow(base.literal.number, raised);
  number.interval = units::exactly(number.number);
  const units::Stated unit = exponent.literal;
  replace(formula, std::move(number), unit);
  return true;
}

void fold_surcharge(units::Stated& rate, bool adds) {
  const units::Interval share = rate.interval;
  rate.interval = adds ? units::Interval{1 + share.low, 1 + share.value, 1 + share.high}
                       : units::Interval{1 - share.high, 1 - share.value, 1 - share.low};
  rate.number = rate.interval.value;
  rate.unit = {};
  rate.unit_text.clear();
}

bool fold_scientific(formula::Formula& formula) {
  const Node& number = formula.nodes[formula.nodes.size() - 2];
  const Node& ten = formula.nodes.back();
  if (!is_bare(number) || number.literal.is_range || number.text.find('^') != std::string::npos) return false;
  if (ten.operation != Operation::literal || ten.text.substr(0, 3) != "10^") return false;
  const units::Stated unit = ten.literal;
  // The unit's factor is part of the interval, not of the number.
  replace(formula, times(number.literal, ten.literal.number), unit);
  return true;
}

}  // namespace reckon::document
