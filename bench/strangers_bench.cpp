// SPDX-License-Identifier: MIT
// What a whole `check` of a stranger's document costs: each kind at half a megabyte, one and two, in
// milliseconds, and how much twice the size costs. A reader or a rule that is not linear shows as a ratio
// above two; the exit code is 1 when one is far above.
#include "process.hpp"
#include "support/strangers.hpp"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <string>

namespace {

constexpr std::size_t megabyte = 1'000'000;
constexpr std::array<std::size_t, 3> sizes{megabyte / 2, megabyte, 2 * megabyte};
constexpr std::size_t rounds = 3;
constexpr double steepest = 3.0;
/// Runs shorter than this tell nothing about a slope.
constexpr double shortest_told = 100.0;

double cost(const reckon::strangers::Kind& kind, std::size_t bytes) {
  const std::string path = fmt::format("/tmp/reckon-strangers-{}-{}", getpid(), kind.file);
  std::ofstream(path, std::ios::binary) << kind.write(bytes);
  std::vector<double> times;
  for (std::size_t round = 0; round < rounds; ++round) {
    times.push_back(reckon::bench::run({RECKON_PROGRAM, "check", path, "--prompt", std::string(kind.prompt)})
                        .milliseconds);
    if (times.back() > 5000.0) break;
  }
  unlink(path.c_str());
  return reckon::bench::median(times);
}

}  // namespace

int main() {
  bool is_linear = true;
  for (const auto& kind : reckon::strangers::kinds) {
    fmt::print("{:<28}", kind.name);
    double before = 0.0;
    for (const std::size_t bytes : sizes) {
      const double now = cost(kind, bytes);
      fmt::print(" {:9.0f} ms", now);
      if (before > 0.0) fmt::print(" ({:4.1f} x)", now / before);
      is_linear = is_linear && (before < shortest_told || now < steepest * before);
      before = now;
    }
    fmt::print("\n");
  }
  return is_linear ? 0 : 1;
}
