// SPDX-License-Identifier: MIT
// --solve and --explain.
#include "cli/size_question.hpp"
#include "report/explanation.hpp"
#include "report/solving.hpp"

namespace reckon::cli {

ExitCode run_explain(Session& session, const check::Context& context, const SizeOptions& options) {
  const base::SourceId source = session.sources.add("--explain", options.explain);
  const auto slot = check::find_quantity(context, session.sources, session.sources.whole(source));
  if (!slot) {
    session.report(slot.error());
    return ExitCode::usage;
  }
  const auto steps = report::trail_of(context, *slot);
  session.world.out << (options.format == "json"
                            ? report::print_trail_json(steps, context.model->id, version())
                            : report::print_trail_text(steps));
  return ExitCode::clean;
}

ExitCode run_solve(Session& session, const check::Context& context, const SizeOptions& options) {
  if (options.limit.empty()) {
    session.say("--solve needs --for 'output <= value'");
    return ExitCode::usage;
  }
  const auto sought =
      whatif::read_sought(context, session.sources, session.sources.add("--solve", options.solve));
  const auto limit =
      whatif::read_limit(context, session.sources, session.sources.add("--for", options.limit));
  if (!sought) session.report(sought.error());
  if (!limit) session.report(limit.error());
  if (!sought || !limit) return ExitCode::usage;
  const auto solution = whatif::solve(context, *sought, *limit);
  if (!solution) {
    session.report(solution.error());
    return ExitCode::usage;
  }
  session.world.out << (options.format == "json"
                            ? report::print_solution_json(context, *sought, *limit, *solution, version())
                            : report::print_solution_text(context, *sought, *limit, *solution));
  return solution->low ? ExitCode::clean : ExitCode::findings;
}

}  // namespace reckon::cli
