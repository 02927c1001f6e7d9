// SPDX-License-Identifier: MIT
// How long work is watched from outside: asked whether to stop, told how far it is. The clock, the terminal
// and the signal behind it are the business of the caller.
#pragma once

#include <cstdint>
#include <functional>

namespace reckon::whatif {

/// Either function may be empty.
struct Watch {
  std::function<bool()> should_stop;
  std::function<void(std::uint64_t done, std::uint64_t total)> progress;

  /// Points between two looks outside.
  static constexpr std::uint64_t every = 256;

  /// To be called before each point; true when the work shall end with what it has.
  [[nodiscard]] bool stops(std::uint64_t done, std::uint64_t total) const {
    if (done % every != 0) return false;
    if (progress) progress(done, total);
    return should_stop && should_stop();
  }
};

}  // namespace reckon::whatif
