// SPDX-License-Identifier: MIT
// Any lines as the words of what-if questions to a model - settings, sweeps, estimates, correlations, limits,
// inputs to solve for - and any text as a scenario file: nothing crashes or hangs, every message is about a
// place inside its line, and what is accepted is computed.
#include "model/library.hpp"
#include "prompt/library.hpp"
#include "whatif/compare.hpp"
#include "whatif/scenario_file.hpp"
#include "whatif/solve.hpp"
#include "whatif/sweep.hpp"
#include "whatif/vary.hpp"

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace reckon;

constexpr std::size_t most_lines = 8;
constexpr std::uint64_t few_points = 50;

void require(bool holds) {
  if (!holds) std::abort();
}

void require_inside(const base::Diagnostic& diagnostic, const base::Sources& sources) {
  require(sources.whole(diagnostic.primary.span.source).contains(diagnostic.primary.span));
  require(!base::render(diagnostic, sources).empty());
}

template <typename T>
bool accepted(const base::Result<T>& result, const base::Sources& sources) {
  if (!result) require_inside(result.error(), sources);
  return result.has_value();
}

/// The gateway of the catalogue, loaded once.
const check::Context& gateway() {
  static base::Sources sources;
  static model::Library models(sources, {});
  static prompt::Library prompts(sources, {});
  static const check::Context context =
      check::make_context(*models.find("payment-gateway"), prompts.find("payment-gateway"));
  return context;
}

void sweep(const check::Context& context, base::Sources& sources, base::SourceId line) {
  const auto axis = whatif::read_axis(context, sources, line);
  if (!accepted(axis, sources)) return;
  const auto grid = whatif::make_grid({*axis});
  if (!accepted(grid, sources) || grid->points > few_points) return;
  const auto swept = whatif::sweep(context, *grid, whatif::moved_outputs(context, axis->slots),
                                   [](const whatif::Row& row) { require(!std::isnan(row.inputs[0])); }, {});
  require(swept.rows == grid->points);
}

void solve(const check::Context& context, base::Sources& sources, base::SourceId first,
           base::SourceId second) {
  const auto sought = whatif::read_sought(context, sources, first);
  const auto limit = whatif::read_limit(context, sources, second);
  if (accepted(sought, sources) && accepted(limit, sources))
    accepted(whatif::solve(context, *sought, *limit), sources);
}

/// All lines are estimates, or correlations of those before them.
void vary(const check::Context& context, base::Sources& sources, const std::vector<base::SourceId>& lines) {
  whatif::Estimates estimates;
  std::vector<model::SlotId> varied;
  for (const base::SourceId line : lines) {
    const auto input = whatif::read_varied(context, sources, line);
    if (accepted(input, sources)) {
      estimates.inputs.push_back(*input);
      varied.insert(varied.end(), input->slots.begin(), input->slots.end());
      continue;
    }
    const auto pair = whatif::read_correlation(context, sources, line, estimates.inputs);
    if (accepted(pair, sources)) estimates.correlations.push_back(*pair);
  }
  if (estimates.inputs.empty() || !accepted(whatif::check_apart(estimates.inputs), sources)) return;
  estimates.outputs = whatif::moved_outputs(context, varied);
  whatif::Sampling sampling;
  sampling.samples = 100;
  const auto variation = whatif::vary(context, estimates, sampling, {});
  if (!accepted(variation, sources)) return;
  for (const whatif::VariedOutput& output : variation->outputs) {
    require(output.without_value <= variation->samples);
    for (const double value : output.quantiles) require(std::isfinite(value));
  }
}

void load_scenario(const std::string& text) {
  base::Sources sources;
  std::vector<base::Diagnostic> problems;
  // A file that extends anything extends itself.
  const auto read = [&](std::string_view, std::string_view) {
    return tl::expected<whatif::FileText, std::string>(whatif::FileText{"plan.yaml", text});
  };
  const auto file = whatif::load_scenario("plan.yaml", read, sources, problems);
  check::Context context = gateway();
  if (file) whatif::apply(*file, context, sources, problems);
  for (const base::Diagnostic& problem : problems) require_inside(problem, sources);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  load_scenario(text);
  base::Sources sources;
  std::vector<base::SourceId> lines;
  for (std::size_t begin = 0; begin < size && lines.size() < most_lines;) {
    const std::size_t end = std::min(text.find('\n', begin), size);
    lines.push_back(sources.add("line", text.substr(begin, end - begin)));
    begin = end + 1;
  }
  if (lines.empty()) return 0;
  check::Context context = gateway();
  for (const std::string& setting : whatif::split_settings(sources.text(lines.front()))) {
    const base::SourceId source = sources.add("setting", setting);
    const base::Span whole = sources.whole(source);
    const std::size_t equals = std::min(setting.find('='), setting.size());
    const auto range =
        whatif::bare_range(context, sources, whatif::part_of(whole, 0, equals),
                           whatif::part_of(whole, std::min(equals + 1, setting.size()), setting.size()));
    if (range) require_inside(*range, sources);
    if (!range) accepted(check::set(context, sources, source), sources);
  }
  sweep(context, sources, lines.front());
  if (lines.size() > 1) solve(context, sources, lines[0], lines[1]);
  vary(context, sources, lines);
  return 0;
}
