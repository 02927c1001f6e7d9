// SPDX-License-Identifier: MIT
#include "check/false_steps.hpp"

#include "check/expression.hpp"
#include "check/judge.hpp"
#include "check/period_steps.hpp"
#include "formula/dimensions.hpp"

#include <algorithm>

namespace reckon::check {

using document::Side;
using units::Interval;

std::optional<Interval> count_called_bytes(const Side& left, const Side& right) {
  if (left.is_quantity() || !right.is_quantity()) return std::nullopt;
  if (right.quantity().dimension != units::axis(units::Axis::data)) return std::nullopt;
  const auto& nodes = left.expression.nodes;
  const formula::DimensionCheck check = formula::check_dimensions(left.expression, {{}, true});
  const bool makes_count = check.problems.empty() && check.type.dimension.is_count();
  const bool all_count =
      makes_count && std::all_of(nodes.begin(), nodes.end(), [](const formula::Node& node) {
        return node.operation == formula::Operation::multiply ||
               (node.operation == formula::Operation::literal &&
                node.literal.dimension.of(units::Axis::data) == 0);
      });
  const auto made = all_count && left.names_all ? interval_of(left.expression) : std::nullopt;
  if (!made || compare(right.quantity(), *made).agreement != Agreement::same) return std::nullopt;
  return made;
}

std::optional<Interval> rate_by_another_period(const Side& left, const Side& right) {
  const auto& nodes = left.expression.nodes;
  const auto period = nodes.front().operation == formula::Operation::literal
                          ? period_of(nodes.front().literal)
                          : std::nullopt;
  if (!period || left.is_quantity() || !right.is_quantity()) return std::nullopt;
  const bool only_divides = std::all_of(nodes.begin() + 1, nodes.end(), [](const formula::Node& node) {
    return node.operation == formula::Operation::divide ||
           (node.operation == formula::Operation::literal &&
            (node.literal.unit_text.empty() || node.literal.dimension == units::axis(units::Axis::time)));
  });
  const auto parted =
      only_divides && divides_by_seconds(left.expression) ? time_divided_by(left.expression) : std::nullopt;
  constexpr double near = 1.25;
  if (!parted || (*parted / *period < near && *period / *parted < near)) return std::nullopt;
  const units::Stated& rate = nodes.front().literal;
  if (rate.dimension.without_counts() != right.quantity().dimension.without_counts()) return std::nullopt;
  const double times = *period / *parted;
  const Interval by_mistake{rate.interval.low * times, rate.interval.value * times,
                            rate.interval.high * times};
  if (compare(right.quantity(), by_mistake).agreement != Agreement::same) return std::nullopt;
  return rate.interval;
}

}  // namespace reckon::check
