// SPDX-License-Identifier: MIT
#include "whatif/sweep.hpp"

#include "units/print.hpp"
#include "whatif/trial.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace reckon::whatif {

using model::SlotId;

namespace {

bool is_output(const model::Slot& slot) {
  return slot.kind == model::SlotKind::need || slot.kind == model::SlotKind::identity;
}

/// Outputs that have a value unless a formula fails, and that a change of `varied` reaches.
std::vector<SlotId> reached(const check::Context& context, const std::vector<SlotId>& varied) {
  const model::Model& model = *context.model;
  std::vector<SlotId> all(model.slots.size());
  std::iota(all.begin(), all.end(), 0U);
  const Trial trial(model, context.scenario, all, varied);
  std::vector<SlotId> out;
  std::copy_if(all.begin(), all.end(), std::back_inserter(out), [&](SlotId id) {
    const bool is_varied = std::find(varied.begin(), varied.end(), id) != varied.end();
    return is_output(model.slot(id)) && !is_varied && trial.depends(id) && trial.missing(id).empty();
  });
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

void fill_row(const model::Model& model, const Trial& trial, Row& row) {
  row.problem.clear();
  for (std::size_t i = 0; i < trial.outputs().size(); ++i) {
    const SlotId output = trial.outputs()[i];
    row.outputs[i] = trial.value(output);
    const formula::Failure* failure = trial.failure(output);
    if (failure != nullptr && row.problem.empty())
      row.problem = fmt::format("{}: {}", model.slot(output).name, failure->message);
  }
}

}  // namespace

base::Result<Grid> make_grid(std::vector<Axis> axes) {
  Grid grid;
  std::vector<SlotId> seen;
  for (const Axis& axis : axes) {
    for (const SlotId slot : axis.slots) {
      if (std::find(seen.begin(), seen.end(), slot) != seen.end())
        return base::Failure(
            base::problem("usage.sweep-twice", fmt::format("'{}' is swept twice", axis.name), axis.span));
      seen.push_back(slot);
    }
    if (axis.points > most_points / grid.points) {
      const double points = static_cast<double>(grid.points) * static_cast<double>(axis.points);
      return base::Failure(base::problem(
          "usage.sweep-points",
          fmt::format("{} points are too many; a sweep has at most {}", units::print_rounded(points, 3),
                      units::print_number(static_cast<double>(most_points), true)),
          axis.span));
    }
    grid.points *= axis.points;
  }
  grid.axes = std::move(axes);
  return grid;
}

std::vector<SlotId> varied_by(const Grid& grid) {
  std::vector<SlotId> out;
  for (const Axis& axis : grid.axes) out.insert(out.end(), axis.slots.begin(), axis.slots.end());
  return out;
}

Swept sweep(const check::Context& context, const Grid& grid, const std::vector<SlotId>& outputs,
            const std::function<void(const Row&)>& take, const Watch& watch) {
  Trial trial(*context.model, context.scenario, outputs, varied_by(grid));
  std::vector<std::uint64_t> at(grid.axes.size(), 0);
  Row row;
  row.inputs.resize(grid.axes.size());
  row.outputs.resize(outputs.size());
  const auto place = [&](std::size_t axis) {
    row.inputs[axis] = grid.axes[axis].value(at[axis]);
    for (const SlotId slot : grid.axes[axis].slots) trial.set(slot, row.inputs[axis]);
  };
  for (std::size_t axis = 0; axis < grid.axes.size(); ++axis) place(axis);
  Swept swept;
  for (; swept.rows < grid.points; ++swept.rows) {
    if (watch.stops(swept.rows, grid.points)) {
      swept.stopped = true;
      break;
    }
    trial.run();
    fill_row(*context.model, trial, row);
    take(row);
    for (std::size_t axis = grid.axes.size(); axis-- > 0;) {
      at[axis] = (at[axis] + 1) % grid.axes[axis].points;
      place(axis);
      if (at[axis] != 0) break;
    }
  }
  return swept;
}

std::vector<SlotId> moved_outputs(const check::Context& context, const std::vector<SlotId>& varied) {
  const std::vector<SlotId> all = reached(context, varied);
  std::vector<SlotId> needs;
  std::copy_if(all.begin(), all.end(), std::back_inserter(needs),
               [&](SlotId id) { return context.model->slot(id).kind == model::SlotKind::need; });
  return needs.empty() ? all : needs;
}

base::Diagnostic open_output(const model::Model& model, SlotId output, const std::vector<SlotId>& missing,
                             const base::Span& place) {
  std::string names;
  for (const SlotId id : missing) names += (names.empty() ? "" : ", ") + model.slot(id).name;
  base::Diagnostic problem = base::problem(
      "usage.open-output", fmt::format("'{}' is open: it needs {}", model.slot(output).name, names), place);
  problem.remarks.push_back({"help", fmt::format("set {}=...", model.slot(missing.front()).name)});
  return problem;
}

base::Result<std::vector<SlotId>> read_outputs(const check::Context& context, const base::Sources& sources,
                                               base::SourceId source, const std::vector<SlotId>& varied) {
  const std::string_view text = sources.text(source);
  std::vector<SlotId> out;
  std::vector<base::Span> places;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    const std::string_view word = trimmed(text.substr(begin, end - begin));
    const auto offset = static_cast<std::uint32_t>(word.data() - text.data());
    const base::Span span{source, offset, offset + static_cast<std::uint32_t>(word.size())};
    const auto slot = check::find_quantity(context, sources, span);
    if (!slot) return base::Failure(slot.error());
    if (std::find(out.begin(), out.end(), *slot) == out.end()) {
      out.push_back(*slot);
      places.push_back(span);
    }
    begin = end + 1;
  }
  const Trial trial(*context.model, context.scenario, out, varied);
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (!trial.missing(out[i]).empty())
      return base::Failure(open_output(*context.model, out[i], trial.missing(out[i]), places[i]));
  }
  return out;
}

}  // namespace reckon::whatif
