// SPDX-License-Identifier: MIT
#include "document/equation_belongs.hpp"

#include <algorithm>

namespace reckon::document {
namespace {

using units::Axis;
using units::Dimension;

bool differ_by_time_only(const Dimension& a, const Dimension& b) {
  Dimension rest = a / b;
  rest.exponents[static_cast<std::size_t>(Axis::time)] = 0;
  return rest.is_dimensionless();
}

/// A literal whose dimension is open: "900M" may be a size.
bool is_undecided(const Expression& side, const Tokens& tokens) {
  return std::any_of(side.literals.begin(), side.literals.end(), [&tokens](const Placed& placed) {
    return placed.literal != no_literal && !tokens.literals[placed.literal].others.empty();
  });
}

/// With counts; nothing for sums and powers.
std::optional<Dimension> full_dimension(const formula::Formula& formula) {
  std::vector<Dimension> of(formula.nodes.size());
  for (std::size_t i = 0; i < formula.nodes.size(); ++i) {
    const formula::Node& node = formula.nodes[i];
    if (node.operation == formula::Operation::literal) {
      of[i] = node.literal.dimension;
    } else if (node.operation == formula::Operation::multiply) {
      of[i] = of[node.operands[0]] * of[node.operands[1]];
    } else if (node.operation == formula::Operation::divide) {
      of[i] = of[node.operands[0]] / of[node.operands[1]];
    } else {
      return std::nullopt;
    }
  }
  return of.back();
}

bool counts_different_things(const units::Stated& a, const units::Stated& b) {
  const bool both_counts = !a.dimension.is_dimensionless() && a.dimension.is_count() &&
                           !b.dimension.is_dimensionless() && b.dimension.is_count();
  return both_counts && a.unit_text != b.unit_text;
}

}  // namespace

bool has_operator(const formula::Formula& formula) {
  return formula.nodes.size() > 1;
}

bool is_conversion(const Expression& left, const Expression& right) {
  const auto a = strict_dimension(left.formula);
  const auto b = strict_dimension(right.formula);
  return a && b && *a == *b && !a->is_dimensionless();
}

bool is_availability(const formula::Formula& formula) {
  constexpr double least = 0.9;
  if (has_operator(formula)) return false;
  const units::Stated& stated = formula.root().literal;
  return stated.dimension.is_dimensionless() && stated.unit.factor == 0.01 &&
         stated.interval.value >= least && stated.interval.value < 1.0;
}

bool is_downtime_of(const formula::Formula& a, const formula::Formula& b) {
  if (is_availability(a) == is_availability(b) || has_operator(a) || has_operator(b)) return false;
  const units::Stated& time = (is_availability(a) ? b : a).root().literal;
  if (time.dimension == units::axis(Axis::time)) return true;
  // "8.76 hours/year" is a pure number with units in it.
  const bool has_period =
      time.unit_text.find('/') != std::string::npos || time.unit_text.find("per ") != std::string::npos;
  return time.dimension.is_dimensionless() && has_period;
}

bool is_rate_over_another_period(const Expression& left, const Expression& right) {
  if (has_operator(left.formula) || has_operator(right.formula) || !is_conversion(left, right)) return false;
  const units::Stated& a = left.formula.root().literal;
  const units::Stated& b = right.formula.root().literal;
  constexpr double other_period = 12.0;  // months a year; between prefixes nobody speaks of another period
  const double ratio = a.unit.factor / b.unit.factor;
  return a.dimension.of(Axis::time) == -1 && (ratio >= other_period || ratio <= 1.0 / other_period) &&
         !a.is_range && !b.is_range && !counts_different_things(a, b);
}

bool may_follow(const Tokens& tokens, const Expression& left, const Joint& joint, const Expression& right,
                bool is_first) {
  const auto a = strict_dimension(left.formula);
  const auto b = strict_dimension(right.formula);
  const bool open = !a || !b || is_undecided(left, tokens) || is_undecided(right, tokens);
  const bool from_quantity = !has_operator(left.formula);
  const bool to_quantity = !has_operator(right.formula);
  switch (joint.sign) {
    case Sign::equals:
    case Sign::approximately:
      return true;
    case Sign::tilde:
      return !from_quantity;
    case Sign::at_least:
    case Sign::at_most:
      return (!from_quantity || !is_first) && (open || *a == *b);
    case Sign::verb:
      if (is_downtime_of(left.formula, right.formula) || is_rate_over_another_period(left, right))
        return true;
      return !(is_first && from_quantity && to_quantity);
    case Sign::soft:
      return !from_quantity && to_quantity;
    case Sign::offered:
      return from_quantity && to_quantity && !is_first && !open && *a == *b && !a->is_dimensionless() &&
             left.formula.root().literal.unit_text != right.formula.root().literal.unit_text;
    case Sign::colon:
      return !from_quantity && to_quantity && (open || *a == *b || differ_by_time_only(*a, *b));
    case Sign::arrow:
    case Sign::leap:
      break;
  }
  if (is_downtime_of(left.formula, right.formula) || is_rate_over_another_period(left, right)) return true;
  // "15 GB → 15 GB × 3 = 45 GB" goes on with the next step.
  if (from_quantity && (is_first || !to_quantity)) return false;
  if (from_quantity && counts_different_things(left.formula.root().literal, right.formula.root().literal)) {
    return false;
  }
  return open || *a == *b || (!from_quantity && differ_by_time_only(*a, *b));
}

bool names_subject(const Tokens& tokens, const Expression& first, const Expression& second) {
  if (has_operator(first.formula) || is_undecided(first, tokens)) return false;
  const auto a = strict_dimension(first.formula);
  const auto b = strict_dimension(second.formula);
  if (!a || !b || *a == *b || is_undecided(second, tokens)) return false;
  return !differ_by_time_only(*a, *b) || a->of(Axis::time) > b->of(Axis::time);
}

bool derives(const Tokens& tokens, const Expression& result, const Expression& side) {
  const auto a = strict_dimension(result.formula);
  const auto b = strict_dimension(side.formula);
  const bool is_bare = result.formula.root().literal.unit_text.empty();
  if (is_undecided(result, tokens) || (is_undecided(side, tokens) && !is_bare)) return true;
  if (!a || !b) return is_undecided(side, tokens);
  if (!differ_by_time_only(*a, *b)) return false;
  if (!a->is_dimensionless()) return true;
  bool strict = false;
  bool nouns = false;
  bool same = false;
  const units::Stated& stated = result.formula.root().literal;
  for (const formula::Node& node : side.formula.nodes) {
    if (node.operation != formula::Operation::literal) continue;
    strict = strict || !node.literal.dimension.is_count();
    nouns = nouns || !node.literal.unit_text.empty();
    same = same || node.literal.dimension == stated.dimension;
  }
  return strict || !nouns || same || full_dimension(side.formula) == stated.dimension;
}

}  // namespace reckon::document
