// SPDX-License-Identifier: MIT
#include "whatif/axis.hpp"

#include "units/read.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

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
constexpr double forgiven = 1e-9;

base::Span part_of(const base::Span& span, std::size_t begin, std::size_t end) {
  return {span.source, span.begin + static_cast<std::uint32_t>(begin),
          span.begin + static_cast<std::uint32_t>(end)};
}

/// A number without a unit, which then takes that of the other end.
std::optional<double> bare_number(std::string_view text) {
  const auto stated = units::read_quantity(text);
  if (!stated || !stated->dimension.is_dimensionless() || !stated->unit_text.empty()) return std::nullopt;
  return stated->interval.value;
}

/// "200k/s" scales its number, so whether "50" before it does is anybody's guess.
bool has_magnitude(std::string_view written, double number) {
  const std::size_t end = std::min(written.find_first_not_of("0123456789.,_ "), written.size());
  const auto digits = bare_number(written.substr(0, end));
  return digits && *digits != number;
}

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
  return std::floor(distance / step * (1.0 + forgiven)) + 1.0;
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
      std::fabs(number - high) <= forgiven * std::fabs(high - low) / static_cast<double>(points);
  return units::to_base(is_end ? high : number, unit.factor);
}

base::Result<std::vector<model::SlotId>> find_slots(const check::Context& context,
                                                    const base::Sources& sources, const base::Span& name) {
  const prompt::Variable* variable =
      context.prompt == nullptr ? nullptr : context.prompt->find_variable(sources.text(name));
  if (variable == nullptr) {
    auto slot = check::find_quantity(context, sources, name);
    if (!slot) return base::Failure(slot.error());
    return std::vector<model::SlotId>{*slot};
  }
  std::vector<model::SlotId> slots;
  std::vector<std::string> counted;
  for (const prompt::Variable::Feed& feed : variable->feeds) {
    const auto slot = model::find_slot(*context.model, feed.input);
    if (slot && feed.pattern.empty()) slots.push_back(*slot);
    if (slot && !feed.pattern.empty()) counted.push_back(feed.input);
  }
  if (!slots.empty()) return slots;
  base::Diagnostic problem = base::problem(
      "usage.not-a-quantity", fmt::format("'{}' is a text, not a quantity", variable->name), name);
  if (!counted.empty())
    problem.remarks.push_back({"help", fmt::format("it feeds {}", fmt::join(counted, ", "))});
  return base::Failure(std::move(problem));
}

base::Result<Assignment> read_assignment(const check::Context& context, const base::Sources& sources,
                                         base::SourceId source, std::string_view written) {
  const std::string_view text = sources.text(source);
  const base::Span whole = sources.whole(source);
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos || equals == 0 || equals + 1 == text.size())
    return base::Failure(base::problem("usage.sweep", std::string(written), whole));
  Assignment out;
  out.name_span = part_of(whole, 0, equals);
  out.value_span = part_of(whole, equals + 1, text.size());
  auto slots = find_slots(context, sources, out.name_span);
  if (!slots) return base::Failure(slots.error());
  out.slots = std::move(*slots);
  const bool is_variable = context.prompt != nullptr && context.prompt->find_variable(text.substr(0, equals));
  out.name = is_variable ? text.substr(0, equals) : context.model->slot(out.slots.front()).name;
  return out;
}

base::Result<Axis> read_range(const check::Context& context, const base::Sources& sources,
                              const Assignment& assignment, const base::Span& part) {
  const std::string_view text = sources.text(part);
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos || dots == 0 || dots + 2 == text.size()) {
    return base::Failure(base::problem("usage.sweep", "a range is written low..high", part));
  }
  const model::Slot& slot = context.model->slot(assignment.slots.front());
  const base::Span low_span = part_of(part, 0, dots);
  const auto high = check::read_value(sources, part_of(part, dots + 2, text.size()), slot.unit.dimension);
  if (!high) return base::Failure(high.error());
  Axis axis;
  axis.name = assignment.name;
  axis.slots = assignment.slots;
  axis.span = part;
  axis.unit = slot.unit;
  axis.unit_text = slot.unit_text;
  axis.high = units::from_base(high->interval.value, axis.unit.factor);
  const auto low = check::read_value(sources, low_span, slot.unit.dimension);
  const auto number = bare_number(sources.text(low_span));
  const std::string_view written = sources.text(part_of(part, dots + 2, text.size()));
  if (number && has_magnitude(written, high->number)) {
    return base::Failure(base::problem(
        "usage.sweep",
        fmt::format("does {} take the magnitude of {}? write it out", sources.text(low_span), written),
        low_span));
  }
  if (number && !high->unit_text.empty()) {
    axis.low = units::from_base(units::to_base(*number, high->unit.factor), axis.unit.factor);
  } else if (low) {
    axis.low = units::from_base(low->interval.value, axis.unit.factor);
  } else {
    return base::Failure(low.error());
  }
  if (!(axis.low < axis.high)) {
    return base::Failure(
        base::problem("usage.sweep-empty", "the range is empty: it ends where it starts, or below", part));
  }
  return axis;
}

base::Result<Axis> read_axis(const check::Context& context, const base::Sources& sources,
                             base::SourceId source) {
  const auto assignment = read_assignment(
      context, sources, source, "a sweep is written name=low..high, with :count, :step or :xFACTOR behind");
  if (!assignment) return base::Failure(assignment.error());
  const std::string_view text = sources.text(assignment->value_span);
  const std::size_t colon = std::min(text.find(':'), text.size());
  auto axis = read_range(context, sources, *assignment, part_of(assignment->value_span, 0, colon));
  if (!axis) return axis;
  axis->span = sources.whole(source);
  const units::Dimension& dimension = context.model->slot(axis->slots.front()).unit.dimension;
  if (colon == text.size()) return with_usual_steps(*axis, dimension);
  if (colon + 1 == text.size()) {
    return base::Failure(base::problem("usage.sweep-step", "nothing stands behind the colon",
                                       part_of(assignment->value_span, colon, colon + 1)));
  }
  return with_steps(sources, *axis, dimension, part_of(assignment->value_span, colon + 1, text.size()));
}

}  // namespace reckon::whatif
