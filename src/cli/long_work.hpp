// SPDX-License-Identifier: MIT
// Work that somebody may wait for: Ctrl-C ends it with what it has, and after a second its progress shows on
// a terminal. While it lives, an interrupt waits to be asked for instead of ending the program.
#pragma once

#include "cli/session.hpp"
#include "whatif/watch.hpp"

#include <chrono>
#include <csignal>
#include <string>

namespace reckon::cli {

class LongWork {
 public:
  /// `what` is counted: "points".
  LongWork(World& world, std::string what);
  LongWork(const LongWork&) = delete;
  LongWork& operator=(const LongWork&) = delete;
  /// Wipes the progress; an interrupt that arrived meanwhile is used up.
  ~LongWork();

  /// Lives no longer than this.
  [[nodiscard]] whatif::Watch watch();
  [[nodiscard]] static bool is_interrupted();

 private:
  using Clock = std::chrono::steady_clock;
  void show(std::uint64_t done, std::uint64_t total);

  World& world_;
  std::string what_;
  Clock::time_point next_;
  bool shows_ = false;
  sigset_t before_{};
};

}  // namespace reckon::cli
