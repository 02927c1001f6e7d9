// SPDX-License-Identifier: MIT
#include "whatif/range.hpp"

#include "units/read.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

namespace reckon::whatif {
namespace {

/// "200k/s" scales its number, so whether "50" before it does is anybody's guess.
bool has_magnitude(std::string_view written, double number) {
  const std::size_t end = std::min(written.find_first_not_of("0123456789.,_ "), written.size());
  const auto digits = bare_number(written.substr(0, end));
  return digits && *digits != number;
}

/// The parts between the dots; none of them is empty, or there are none.
std::vector<base::Span> split(const base::Sources& sources, const base::Span& part) {
  const std::string_view text = sources.text(part);
  std::vector<base::Span> out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find("..", begin), text.size());
    // Three dots are two and a point, or the other way round.
    if (begin == end || text.substr(end, 3) == "...") return {};
    out.push_back(part_of(part, begin, end));
    begin = end + 2;
  }
  return out;
}

}  // namespace

base::Span part_of(const base::Span& span, std::size_t begin, std::size_t end) {
  return {span.source, span.begin + static_cast<std::uint32_t>(begin),
          span.begin + static_cast<std::uint32_t>(end)};
}

std::optional<base::Diagnostic> bare_range(const check::Context& context, const base::Sources& sources,
                                           const base::Span& name, const base::Span& value) {
  const auto slots = find_slots(context, sources, name);
  if (!slots) return std::nullopt;
  const std::string_view text = sources.text(value);
  const std::size_t dots = text.find("..");
  const bool has_dots = dots != std::string_view::npos && units::read_quantity(text.substr(dots + 2));
  units::Expectation expect;
  expect.dimension = context.model->slot(slots->front()).unit.dimension;
  expect.role = units::Role::claim;
  expect.transparent_counts = true;
  const auto found = units::scan_quantity(text, 0, expect);
  if (!has_dots && !(found && found->stated.is_range)) return std::nullopt;
  const std::string example = fmt::format("'{}={}'", sources.text(name), has_dots ? text : "low..high");
  base::Diagnostic problem =
      base::problem("usage.bare-range", "a setting is one value, and this is a range", value);
  problem.remarks.push_back({"help", fmt::format("--sweep {} goes through its values", example)});
  problem.remarks.push_back({"help", fmt::format("--vary {} takes it as an estimate", example)});
  return problem;
}

std::optional<double> bare_number(std::string_view text) {
  const auto stated = units::read_quantity(text);
  if (!stated || !stated->dimension.is_dimensionless() || !stated->unit_text.empty()) return std::nullopt;
  return stated->interval.value;
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
    return base::Failure(base::problem("usage.range", std::string(written), whole));
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

base::Result<Range> read_range(const check::Context& context, const base::Sources& sources,
                               const Assignment& assignment, const base::Span& part, std::size_t most) {
  const std::vector<base::Span> parts = split(sources, part);
  if (parts.size() < 2 || parts.size() > most) {
    return base::Failure(base::problem(
        "usage.range", most == 2 ? "a range is written low..high" : "written low..high or low..mode..high",
        part));
  }
  const units::Dimension& dimension = context.model->slot(assignment.slots.front()).unit.dimension;
  const auto last = check::read_value(sources, parts.back(), dimension);
  if (!last) return base::Failure(last.error());
  Range range;
  range.factor = last->unit.factor == 0.0 ? 1.0 : last->unit.factor;
  std::vector<double>& out = range.values;
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    const base::Span& place = parts[i];
    const std::string_view text = sources.text(place);
    const auto number = bare_number(text);
    if (number && !has_magnitude(text, *number) && has_magnitude(sources.text(parts.back()), last->number)) {
      return base::Failure(base::problem(
          "usage.range",
          fmt::format("does {} take the magnitude of {}? write it out", text, sources.text(parts.back())),
          place));
    }
    if (number && !last->unit_text.empty()) {
      out.push_back(units::to_base(*number, last->unit.factor));
      continue;
    }
    const auto value = check::read_value(sources, place, dimension);
    if (!value) return base::Failure(value.error());
    out.push_back(value->interval.value);
  }
  out.push_back(last->interval.value);
  if (!(out.front() < out.back())) {
    return base::Failure(
        base::problem("usage.range-empty", "the range is empty: it ends where it starts, or below", part));
  }
  if (!std::is_sorted(out.begin(), out.end())) {
    return base::Failure(base::problem("usage.range", "the mode lies between low and high", parts[1]));
  }
  return range;
}

}  // namespace reckon::whatif
