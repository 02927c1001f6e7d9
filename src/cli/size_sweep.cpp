// SPDX-License-Identifier: MIT
// --sweep: rows go out as they are computed; a chart is drawn when all are there.
#include "cli/files.hpp"
#include "cli/long_work.hpp"
#include "cli/size_question.hpp"
#include "report/chart.hpp"

#include <fmt/format.h>

namespace reckon::cli {
namespace {

std::optional<whatif::Grid> read_grid(Session& session, const check::Context& context,
                                      const SizeOptions& options) {
  std::vector<whatif::Axis> axes;
  bool sound = true;
  for (const std::string& text : options.sweeps) {
    auto axis = whatif::read_axis(context, session.sources, session.sources.add("--sweep", text));
    if (!axis) session.report(axis.error());
    sound = sound && axis.has_value();
    if (axis) axes.push_back(std::move(*axis));
  }
  if (!sound) return std::nullopt;
  auto grid = whatif::make_grid(std::move(axes));
  if (grid) return std::move(*grid);
  session.report(grid.error());
  return std::nullopt;
}

/// Nothing when only a chart is asked for.
std::optional<report::SweepWriter> writer(const std::string& format, const report::SweepHead& head,
                                          const report::Write& write) {
  if (format == "text") return report::SweepTable(head, write);
  if (format == "csv") return report::SweepCsv(head, write);
  if (format == "json") return report::SweepJson(head, write);
  return std::nullopt;
}

}  // namespace

std::optional<std::vector<model::SlotId>> chosen_outputs(Session& session, const check::Context& context,
                                                         const std::vector<model::SlotId>& varied,
                                                         const std::string& names) {
  if (names.empty()) {
    auto moved = whatif::moved_outputs(context, varied);
    if (!moved.empty()) return moved;
    session.say("no output with a value depends on what is changed: name some with --outputs");
    return std::nullopt;
  }
  const base::SourceId source = session.sources.add("--outputs", names);
  auto outputs = whatif::read_outputs(context, session.sources, source, varied);
  if (outputs) return std::move(*outputs);
  session.report(outputs.error());
  return std::nullopt;
}

ExitCode run_sweep(Session& session, const check::Context& context, const SizeOptions& options) {
  const auto grid = read_grid(session, context, options);
  if (!grid) return ExitCode::usage;
  const auto outputs = chosen_outputs(session, context, whatif::varied_by(*grid), options.outputs);
  if (!outputs) return ExitCode::usage;
  const report::SweepHead head = report::sweep_head(context, *grid, *outputs, version());
  auto rows = writer(options.format, head, [&](std::string_view text) { session.world.out << text; });
  std::optional<report::ChartPoints> points;
  if (!options.chart.empty() || !rows) points.emplace(head, *grid);

  whatif::Swept swept;
  {
    LongWork work(session.world, "points");
    const auto take = [&](const whatif::Row& row) {
      if (rows) std::visit([&](auto& out) { out.row(row); }, *rows);
      if (points) points->row(row);
    };
    swept = whatif::sweep(context, *grid, *outputs, take, work.watch());
  }
  if (rows) std::visit([&](auto& out) { out.end(swept); }, *rows);
  ExitCode code = ExitCode::clean;
  if (!rows) session.world.out << report::draw_terminal(points->chart(), session.world.columns);
  if (!options.chart.empty()) {
    const std::string problem = write_file(
        options.chart, [&](const report::Write& write) { write(report::draw_svg(points->chart())); });
    if (!problem.empty()) {
      session.say(fmt::format("{}: {}", options.chart, problem));
      code = ExitCode::usage;
    }
  }
  if (!swept.stopped) return code;
  session.say(fmt::format("interrupted after {} of {} points", swept.rows, grid->points));
  return ExitCode::interrupted;
}

}  // namespace reckon::cli
