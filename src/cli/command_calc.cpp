// SPDX-License-Identifier: MIT
#include "cli/command_calc.hpp"

#include "formula/dimensions.hpp"
#include "formula/evaluate.hpp"
#include "formula/parse.hpp"
#include "units/print.hpp"

#include <fmt/format.h>

namespace reckon::cli {
namespace {

/// Digits that survive a chain of double operations.
constexpr int digits = 10;

std::string print_result(const formula::Formula& formula, const formula::Type& type, double value) {
  if (type.is_truth) return value != 0.0 ? "true" : "false";
  if (!formula.display_unit.empty()) return units::print_rounded_in(value, formula.display_unit, digits);
  return units::print_human({value, type.dimension}, digits);
}

}  // namespace

ExitCode run_calc(Session& session, const std::string& expression) {
  const base::SourceId source = session.sources.add("expression", expression);
  const formula::Scope scope{{}, true};
  const auto formula = formula::parse(session.sources, session.sources.whole(source), scope);
  if (!formula) {
    session.report(formula.error());
    return ExitCode::usage;
  }
  const formula::DimensionCheck check = formula::check_dimensions(*formula, scope);
  for (const base::Diagnostic& problem : check.problems) session.report(problem);
  if (!check.problems.empty()) return ExitCode::usage;
  const formula::Value value = formula::evaluate(*formula, {});
  if (value.failure) {
    session.report(base::problem("formula.no-value", value.failure->message, value.failure->span));
    return ExitCode::usage;
  }
  for (const base::Diagnostic& note : check.notes) session.report(note);
  session.world.out << print_result(*formula, check.type, value.number) << '\n';
  return ExitCode::clean;
}

}  // namespace reckon::cli
