// SPDX-License-Identifier: MIT
// --vary: reads the estimates, samples, prints.
#include "base/unicode.hpp"
#include "cli/long_work.hpp"
#include "cli/size_question.hpp"
#include "report/variation.hpp"
#include "units/print.hpp"
#include "whatif/sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <thread>

namespace reckon::cli {
namespace {

/// Whole numbers beyond are not exact in a double.
constexpr double most_whole = 9007199254740992.0;

std::optional<std::uint64_t> whole_number(Session& session, const char* option, const std::string& text,
                                          std::uint64_t least, std::uint64_t most) {
  const auto number = whatif::bare_number(text);
  if (number && *number >= static_cast<double>(least) && *number <= static_cast<double>(most) &&
      *number == std::floor(*number))
    return static_cast<std::uint64_t>(*number);
  session.say(fmt::format("{} is a whole number from {} to {}, not '{}'", option, least,
                          units::print_number(static_cast<double>(most), true), base::printable(text)));
  return std::nullopt;
}

std::optional<whatif::Sampling> read_sampling(Session& session, const SizeOptions& options) {
  whatif::Sampling out;
  // More threads would wait for each other's memory.
  out.threads = std::min(2U, std::max(1U, std::thread::hardware_concurrency()));
  bool sound = true;
  const auto read = [&](const char* option, const std::string& text, std::uint64_t least, std::uint64_t most,
                        auto& into) {
    if (text.empty()) return;
    const auto number = whole_number(session, option, text, least, most);
    sound = sound && number.has_value();
    if (number) into = static_cast<std::decay_t<decltype(into)>>(*number);
  };
  read("--samples", options.samples, 1, whatif::most_samples, out.samples);
  read("--seed", options.seed, 0, static_cast<std::uint64_t>(most_whole), out.seed);
  read("--threads", options.threads, 1, 64, out.threads);
  if (!sound) return std::nullopt;
  return out;
}

std::optional<std::vector<whatif::Varied>> read_inputs(Session& session, const check::Context& context,
                                                       const SizeOptions& options) {
  std::vector<whatif::Varied> out;
  bool sound = true;
  for (const std::string& text : options.varied) {
    auto input = whatif::read_varied(context, session.sources, session.sources.add("--vary", text));
    if (!input) session.report(input.error());
    sound = sound && input.has_value();
    if (input) out.push_back(std::move(*input));
  }
  if (!sound) return std::nullopt;
  const auto apart = whatif::check_apart(out);
  if (apart) return out;
  session.report(apart.error());
  return std::nullopt;
}

bool read_correlations(Session& session, const check::Context& context, const SizeOptions& options,
                       whatif::Estimates& estimates) {
  bool sound = true;
  for (const std::string& text : options.correlations) {
    auto pair = whatif::read_correlation(context, session.sources, session.sources.add("--correlate", text),
                                         estimates.inputs);
    if (!pair) session.report(pair.error());
    sound = sound && pair.has_value();
    if (pair) estimates.correlations.push_back(*pair);
  }
  return sound;
}

std::optional<whatif::Estimates> read_estimates(Session& session, const check::Context& context,
                                                const SizeOptions& options) {
  auto inputs = read_inputs(session, context, options);
  if (!inputs) return std::nullopt;
  whatif::Estimates out{std::move(*inputs), {}, {}, std::nullopt};
  if (!read_correlations(session, context, options, out)) return std::nullopt;
  std::vector<model::SlotId> varied;
  for (const whatif::Varied& input : out.inputs)
    varied.insert(varied.end(), input.slots.begin(), input.slots.end());
  auto outputs = chosen_outputs(session, context, varied, options.outputs);
  if (!outputs) return std::nullopt;
  out.outputs = std::move(*outputs);
  for (const whatif::Varied& input : out.inputs) {
    const auto& set = context.scenario[input.slots.front()];
    if (set && set->from == model::Provenance::user)
      session.say(fmt::format("{} is set and varied: what is set has no effect", input.name));
  }
  if (options.limit.empty()) return out;
  const auto limit =
      whatif::read_limit(context, session.sources, session.sources.add("--for", options.limit));
  if (!limit) {
    session.report(limit.error());
    return std::nullopt;
  }
  out.limit = *limit;
  if (std::find(out.outputs.begin(), out.outputs.end(), limit->output) == out.outputs.end())
    out.outputs.insert(out.outputs.begin(), limit->output);
  return out;
}

}  // namespace

ExitCode run_vary(Session& session, const check::Context& context, const SizeOptions& options) {
  const auto estimates = read_estimates(session, context, options);
  const auto sampling = read_sampling(session, options);
  if (!estimates || !sampling) return ExitCode::usage;
  const std::uint64_t most = whatif::most_numbers / estimates->outputs.size();
  if (sampling->samples > most) {
    session.say(fmt::format(
        "{} outputs are too many for {} samples: name fewer with --outputs, or take at most {}",
        estimates->outputs.size(), units::print_number(static_cast<double>(sampling->samples), true),
        units::print_number(static_cast<double>(most), true)));
    return ExitCode::usage;
  }
  base::Result<whatif::Variation> variation = whatif::Variation{};
  {
    LongWork work(session.world, "samples");
    variation = whatif::vary(context, *estimates, *sampling, work.watch());
  }
  if (!variation) {
    session.report(variation.error());
    return ExitCode::usage;
  }
  if (variation->samples > 0) {
    report::VariationHead head;
    head.version = version();
    head.seed = sampling->seed;
    head.columns = session.world.columns;
    if (!options.outputs.empty()) head.details = estimates->outputs.size();
    if (options.format == "json")
      session.world.out << report::print_variation_json(context, *estimates, *variation, head);
    else if (options.format == "csv")
      session.world.out << report::print_variation_csv(context, *variation);
    else
      session.world.out << report::print_variation_text(context, *estimates, *variation, head);
  }
  if (!variation->stopped) return ExitCode::clean;
  session.say(fmt::format("interrupted after {} of {} samples", variation->samples, sampling->samples));
  return ExitCode::interrupted;
}

}  // namespace reckon::cli
