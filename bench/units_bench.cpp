// SPDX-License-Identifier: MIT
// Quantities: reading strings of every kind, refused ones included, finding them in prose, and printing. The
// rate of `reading` is what the budget of a million strings a second and core is about.
#include "units/lookup.hpp"
#include "units/print.hpp"
#include "units/read.hpp"

#include <benchmark/benchmark.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace reckon;

constexpr std::array<std::string_view, 24> accepted{"5 GB",
                                                    "100 ms",
                                                    "100,000 TPS",
                                                    "50 \xc2\xb5s",
                                                    "1.5 GB per day",
                                                    "20 MB per core",
                                                    "70 %",
                                                    "512 MiB",
                                                    "10 Gbps",
                                                    "5000 req/s",
                                                    "3 replicas",
                                                    "$0.023/GB/month",
                                                    "7 days",
                                                    "1h30m",
                                                    "10M users",
                                                    "1.2\xc3\x97"
                                                    "10^9 B",
                                                    "2^30",
                                                    "604800000 ms",
                                                    "99.999%",
                                                    "1_000_000",
                                                    "80 /s",
                                                    "4 vCPU",
                                                    "~100ms",
                                                    "10 MB/s/partition"};

constexpr std::array<std::string_view, 8> refused{"1 mb",   "1,5",      "1.000.000", "24/7",
                                                  "< 5 GB", "5 flurbs", "TBD",       "10m"};

constexpr std::string_view prose =
    "Memory: 20 MB per core for JVM heap and buffers, 4000 GB total (2000 cores of 2 GB each). The gateway "
    "takes "
    "100,000 transactions per second with a p99 < 200 ms, which are 5,000 ms of CPU time per second; storage "
    "costs "
    "$0.023 per GB-month over HTTP/2 since 2024-01-15.";

template <class Texts>
void read_all(benchmark::State& state, const Texts& texts) {
  for (auto _ : state) {
    for (const std::string_view text : texts) benchmark::DoNotOptimize(units::read_quantity(text));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(texts.size()));
}

void reading(benchmark::State& state) {
  std::array<std::string_view, accepted.size() + refused.size()> all{};
  std::size_t count = 0;
  for (const std::string_view text : accepted) all[count++] = text;
  for (const std::string_view text : refused) all[count++] = text;
  read_all(state, all);
}
BENCHMARK(reading);

void reading_accepted(benchmark::State& state) {
  read_all(state, accepted);
}
BENCHMARK(reading_accepted);

void reading_refused(benchmark::State& state) {
  read_all(state, refused);
}
BENCHMARK(reading_refused);

void scanning_prose(benchmark::State& state) {
  for (auto _ : state) {
    for (std::size_t at = 0; at < prose.size(); ++at) {
      benchmark::DoNotOptimize(units::scan_quantity(prose, at, {}));
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(prose.size()));
}
BENCHMARK(scanning_prose);

void printing(benchmark::State& state) {
  const units::Quantity quantity{5.184e14, units::axis(units::Axis::data)};
  for (auto _ : state) benchmark::DoNotOptimize(units::print_human(quantity));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(printing);

void looking_up(benchmark::State& state) {
  constexpr std::array<std::string_view, 6> words{"GB", "Requests", "ms", "transactions", "flurb", "per"};
  for (auto _ : state) {
    for (const std::string_view word : words) benchmark::DoNotOptimize(units::find_spelling(word));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(words.size()));
}
BENCHMARK(looking_up);

}  // namespace
