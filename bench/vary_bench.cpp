// SPDX-License-Identifier: MIT
// `reckon size payment-gateway --vary`: a million samples of ten inputs, five outputs, four quantiles of
// each, as a whole process on one thread (at most 200 ms), beside numpy doing the same (bench/vary_numpy.py).
// Runs alternate, so that a busy machine slows both alike; medians are printed.
#include "process.hpp"

#include <fmt/format.h>

namespace {

using reckon::bench::median;
using reckon::bench::Process;

constexpr std::size_t rounds = 11;

}  // namespace

int main() {
  const std::vector<std::string> sampled{RECKON_PROGRAM,
                                         "size",
                                         "payment-gateway",
                                         "--vary=peakTPS=50k/s..200k/s",
                                         "--vary=cpu_time=0.5ms..3ms",
                                         "--vary=utilisation=uniform(50%..80%)",
                                         "--vary=regions=whole(2..5)",
                                         "--vary=events_per_transaction=1..4",
                                         "--vary=payload=500B..4KB",
                                         "--vary=memory_per_core=1GB..4GB",
                                         "--vary=latencySLA=40ms..80ms",
                                         "--vary=retention=3d..14d",
                                         "--vary=log.partition_limit=5MB/s..20MB/s/partition",
                                         "--outputs=installed_cores,fleet.memory,log.partitions_needed,"
                                         "log.stored_once,fleet.in_flight",
                                         "--samples=1M"};
  std::vector<std::string> one = sampled;
  one.emplace_back("--threads=1");
  std::vector<std::string> two = sampled;
  two.emplace_back("--threads=2");
  // The system's own interpreter is the one that python3-numpy belongs to.
  std::vector<std::string> numpy{"/usr/bin/python3", RECKON_ROOT "/bench/vary_numpy.py", "1000000"};
  const bool has_numpy = reckon::bench::run(numpy).is_well;
  if (!has_numpy) fmt::print("no numpy to compare with (apt-get install python3-numpy)\n");
  std::vector<double> of_one;
  std::vector<double> of_two;
  std::vector<double> of_numpy;
  for (std::size_t round = 0; round < rounds; ++round) {
    const Process alone = reckon::bench::run(one);
    if (!alone.is_well) {
      fmt::print("reckon size failed\n");
      return 1;
    }
    of_one.push_back(alone.milliseconds);
    of_two.push_back(reckon::bench::run(two).milliseconds);
    if (has_numpy) of_numpy.push_back(reckon::bench::run(numpy).milliseconds);
  }
  fmt::print("reckon, one thread    {:7.1f} ms\n", median(of_one));
  fmt::print("reckon, two threads   {:7.1f} ms\n", median(of_two));
  if (has_numpy)
    fmt::print("numpy                 {:7.1f} ms   {:.1f} x reckon on one thread\n", median(of_numpy),
               median(of_numpy) / median(of_one));
  return 0;
}
