// SPDX-License-Identifier: MIT
// Any text as a formula, in a strict and in a transparent scope: reading, checking, evaluating and printing
// must end without a fault, every span must lie inside the text, and what was printed must read as the same
// value.
#include "formula/codes.hpp"
#include "formula/dimensions.hpp"
#include "formula/evaluate.hpp"
#include "formula/parse.hpp"
#include "formula/print.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace {

using namespace reckon;

void require(bool holds) {
  if (!holds) std::abort();
}

void require_inside(const base::Diagnostic& diagnostic, const base::Sources& sources) {
  const base::Span whole = sources.whole(0);
  require(whole.contains(diagnostic.primary.span));
  for (const base::Label& label : diagnostic.secondary) require(whole.contains(label.span));
  require(!base::render(diagnostic, sources).empty());
}

void run(const base::Sources& sources, const formula::Scope& scope) {
  const auto formula = formula::parse(sources, sources.whole(0), scope);
  if (!formula) return require_inside(formula.error(), sources);
  for (const formula::Node& node : formula->nodes) require(sources.whole(0).contains(node.span));

  const auto printed = formula::parse(formula::print(*formula), sources.whole(0), scope);
  // A bare unit may be printed in parentheses that the text did without.
  if (!printed && printed.error().code == formula::codes::too_deep) return;
  require(printed.has_value());
  require(printed->nodes.size() == formula->nodes.size());

  const formula::DimensionCheck check = formula::check_dimensions(*formula, scope);
  for (const base::Diagnostic& problem : check.problems) require_inside(problem, sources);
  for (const base::Diagnostic& note : check.notes) require_inside(note, sources);
  if (!check.problems.empty()) return;

  const std::array<double, 4> slots{100000.0, 5e-5, 0.7, 0.0};
  const formula::Value value = formula::evaluate(*formula, slots);
  const formula::Value again = formula::evaluate(*printed, slots);
  require(value.failure.has_value() == again.failure.has_value());
  require(value.failure || (std::isfinite(value.number) && value.number == again.number));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  base::Sources sources;
  sources.add("formula", std::string(reinterpret_cast<const char*>(data), size));
  const units::Dimension rate = units::axis(units::Axis::request) / units::axis(units::Axis::time);
  const units::Dimension cpu =
      units::axis(units::Axis::time) * units::axis(units::Axis::core) / units::axis(units::Axis::request);
  const std::array<formula::Name, 4> names{
      formula::Name{"rate", rate, {}}, formula::Name{"fleet.cpu_time", cpu, {}},
      formula::Name{"utilisation", {}, {}}, formula::Name{"cores", units::axis(units::Axis::core), {}}};
  run(sources, {names, false});
  run(sources, {names, true});
  return 0;
}
