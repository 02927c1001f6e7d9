// SPDX-License-Identifier: MIT
// Independent pieces of work on several threads. Each puts its result in its own place, so that what comes
// out does not depend on their number.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace reckon::cli {

/// Runs `work(0)` to `work(count - 1)` on up to `jobs` threads. The first failure of the lowest number is
/// thrown when all are done.
template <class Work>
void in_parallel(std::size_t jobs, std::size_t count, const Work& work) {
  std::vector<std::exception_ptr> failures(count);
  std::atomic<std::size_t> next{0};
  const auto run = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      try {
        work(i);
      } catch (...) {
        failures[i] = std::current_exception();
      }
    }
  };
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < std::min(jobs, count); ++i) others.emplace_back(run);
  run();
  for (std::thread& other : others) other.join();
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

}  // namespace reckon::cli
