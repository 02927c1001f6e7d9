// SPDX-License-Identifier: MIT
#include "whatif/axis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace reckon::whatif {
namespace {

/// When nothing is said about the steps.
constexpr std::uint64_t usual_points = 11;
/// Whole ends of a plain count that are this near are gone through one by one.
constexpr double most_single_steps = 20.0;
/// The last step may miss the end by rounding.
constexpr double forgiven_step = 1e-9;

/// Values between the ends, both included where they can be.
base::Result<Axis> with_points(Axis axis, double points, const base::Span& place) {
  if (!(points >= 2.0)) {
    return base::Failure(base::problem("usage.sweep-step", "the step leads beyond the range at once", place));
  }
  axis.points =
      points < 1e18 ? static_cast<std::uint64_t>(points) : std::numeric_limits<std::uint64_t>::max();
  return axis;
}

double steps_between(double distance, double step) {
  return std::floor(distance / step * (1.0 + forgiven_step)) + 1.0;
}

base::Result<Axis> with_factor(Axis axis, std::string_view text, const base::Span& place) {
  const auto factor = bare_number(text);
  if (!factor || !(*factor > 1.0)) {
    return base::Failure(
        base::problem("usage.sweep-step", "a factor is a number above 1, such as x2", place));
  }
  if (!(axis.low > 0.0)) {
    return base::Failure(
        base::problem("usage.sweep-step", "a range that is multiplied through starts above zero", place));
  }
  axis.is_factor = true;
  axis.step = *factor;
  return with_points(axis, steps_between(std::log(axis.high / axis.low), std::log(axis.step)), place);
}

base::Result<Axis> with_count(Axis axis, double count, const base::Span& place) {
  if (!(count >= 2.0) || count != std::floor(count)) {
    return base::Failure(base::problem("usage.sweep-step", "a sweep has a whole number of points, at least 2",
                                       place, "points"));
  }
  axis.step = (axis.high - axis.low) / (count - 1.0);
  return with_points(axis, count, place);
}

base::Result<Axis> with_step(Axis axis, double step, const base::Span& place) {
  if (!(step > 0.0)) {
    return base::Failure(base::problem("usage.sweep-step", "the step must be above zero", place));
  }
  axis.step = step;
  return with_points(axis, steps_between(axis.high - axis.low, step), place);
}

base::Result<Axis> with_usual_steps(const Axis& axis, const units::Dimension& dimension) {
  const double distance = axis.high - axis.low;
  const bool is_whole = axis.low == std::floor(axis.low) && axis.high == std::floor(axis.high);
  const bool counts = dimension.is_count() && axis.unit.factor == 1.0;
  if (is_whole && counts && distance <= most_single_steps) return with_step(axis, 1.0, axis.span);
  return with_count(axis, static_cast<double>(usual_points), axis.span);
}

base::Result<Axis> with_steps(const base::Sources& sources, const Axis& axis,
                              const units::Dimension& dimension, const base::Span& place) {
  const std::string_view text = sources.text(place);
  for (const std::string_view mark : {"x", "×"}) {
    if (text.starts_with(mark)) return with_factor(axis, text.substr(mark.size()), place);
  }
  const bool is_step = text.starts_with('+');
  const auto number = bare_number(is_step ? text.substr(1) : text);
  if (number) return is_step ? with_step(axis, *number, place) : with_count(axis, *number, place);
  auto step = check::read_value(sources, part_of(place, is_step ? 1 : 0, text.size()), dimension);
  if (!step) {
    step.error().remarks.push_back({"help",
                                    "behind the colon stands how many points (:11), the step with "
                                    "its unit (:10k/s, or :+0.5), or a factor (:x2)"});
    return base::Failure(step.error());
  }
  return with_step(axis, units::from_base(step->interval.value, axis.unit.factor), place);
}

}  // namespace

double Axis::value(std::uint64_t index) const {
  const auto steps = static_cast<double>(index);
  if (is_factor) return units::to_base(low * std::pow(step, steps), unit.factor);
  // The end is met exactly, whatever the steps before it lost.
  const double number = low + step * steps;
  const bool is_end =
      std::fabs(number - high) <= forgiven_step * std::fabs(high - low) / static_cast<double>(points);
  return units::to_base(is_end ? high : number, unit.factor);
}

base::Result<Axis> read_axis(const check::Context& context, const base::Sources& sources,
                             base::SourceId source) {
  const auto assignment = read_assignment(
      context, sources, source, "a sweep is written name=low..high, with :count, :step or :xFACTOR behind");
  if (!assignment) return base::Failure(assignment.error());
  const std::string_view text = sources.text(assignment->value_span);
  const std::size_t colon = std::min(text.find(':'), text.size());
  const auto ends = read_range(context, sources, *assignment, part_of(assignment->value_span, 0, colon));
  if (!ends) return base::Failure(ends.error());
  const model::Slot& slot = context.model->slot(assignment->slots.front());
  Axis axis;
  axis.name = assignment->name;
  axis.slots = assignment->slots;
  axis.unit_text = slot.unit_text;
  axis.unit = slot.unit;
  axis.span = sources.whole(source);
  axis.low = units::from_base(ends->values.front(), axis.unit.factor);
  axis.high = units::from_base(ends->values.back(), axis.unit.factor);
  const units::Dimension& dimension = slot.unit.dimension;
  if (colon == text.size()) return with_usual_steps(axis, dimension);
  if (colon + 1 == text.size()) {
    return base::Failure(base::problem("usage.sweep-step", "nothing stands behind the colon",
                                       part_of(assignment->value_span, colon, colon + 1)));
  }
  return with_steps(sources, axis, dimension, part_of(assignment->value_span, colon + 1, text.size()));
}

}  // namespace reckon::whatif
