// SPDX-License-Identifier: MIT
// Formulas: reading, checking, evaluating, and the kernels whose work depends on their arguments.
#include "formula/dimensions.hpp"
#include "formula/evaluate.hpp"
#include "formula/parse.hpp"
#include "formula/queueing.hpp"

#include <benchmark/benchmark.h>

#include <array>
#include <string_view>

namespace {

using namespace reckon;

constexpr std::string_view text =
    "ceil(rate * cpu_time / utilisation * 3 / 2) + 2 KB * 100k/s * 30 days / (1 TB/core)";

struct Bench {
  base::Sources sources;
  std::array<formula::Name, 3> names{
      formula::Name{"rate", units::axis(units::Axis::request) / units::axis(units::Axis::time), {}},
      formula::Name{
          "cpu_time",
          units::axis(units::Axis::time) * units::axis(units::Axis::core) / units::axis(units::Axis::request),
          {}},
      formula::Name{"utilisation", {}, {}}};
  formula::Scope scope{names, true};
  base::Span part;

  Bench() { part = sources.whole(sources.add("formula", std::string(text))); }
};

void parsing(benchmark::State& state) {
  const Bench bench;
  for (auto _ : state) benchmark::DoNotOptimize(formula::parse(bench.sources, bench.part, bench.scope));
}
BENCHMARK(parsing);

void checking(benchmark::State& state) {
  const Bench bench;
  const auto formula = formula::parse(bench.sources, bench.part, bench.scope).value();
  for (auto _ : state) benchmark::DoNotOptimize(formula::check_dimensions(formula, bench.scope));
}
BENCHMARK(checking);

void evaluating(benchmark::State& state) {
  const Bench bench;
  const auto formula = formula::parse(bench.sources, bench.part, bench.scope).value();
  const std::array<double, 3> slots{100000.0, 5e-5, 0.7};
  for (auto _ : state) benchmark::DoNotOptimize(formula::evaluate(formula, slots));
}
BENCHMARK(evaluating);

/// The hardest load is just below what makes the share vanish.
void waiting_in_a_queue(benchmark::State& state) {
  const auto servers = static_cast<double>(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(formula::erlang_c_share(servers / 1.01, servers));
}
BENCHMARK(waiting_in_a_queue)->RangeMultiplier(1000)->Range(10, 10000000);

}  // namespace
