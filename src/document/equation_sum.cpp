// SPDX-License-Identifier: MIT
#include "document/equation_sum.hpp"

namespace reckon::document {
namespace {

using formula::Node;
using formula::Operation;

bool is_bare(const Node& node) {
  return node.operation == Operation::literal && node.literal.unit_text.empty();
}

}  // namespace

bool is_percentage(const units::Stated& stated) {
  return stated.unit_text == "%" || stated.unit_text == "percent" || stated.unit_text == "per cent";
}

bool is_surcharge(const formula::Formula& formula, std::uint32_t left, std::uint32_t right) {
  const Node& rate = formula.nodes[right];
  if (rate.operation != Operation::literal || !is_percentage(rate.literal)) return false;
  const Node& base = formula.nodes[left];
  if (base.operation != Operation::literal) return true;
  const bool is_ratio = base.literal.dimension.is_dimensionless() && base.literal.interval.value <= 1.0;
  return !is_percentage(base.literal) && !is_ratio;
}

bool is_unclear_range(const formula::Formula& formula, std::uint32_t left, std::uint32_t right) {
  if (formula.nodes[left].operation != Operation::literal) return false;
  const Node* low = &formula.nodes[right];
  while (!low->operands.empty()) low = &formula.nodes[low->operands.front()];
  return formula.nodes[left].literal.interval.value < low->literal.interval.value;
}

bool is_name_with_number(const formula::Formula& formula, std::uint32_t left, std::uint32_t right,
                         bool is_glued_dash) {
  const Node& first = formula.nodes[left];
  return (is_glued_dash && is_bare(first) && is_bare(formula.nodes[right])) ||
         (first.operation == Operation::literal && first.literal.unit_text == "x");
}

}  // namespace reckon::document
