// SPDX-License-Identifier: MIT
#include "cli/long_work.hpp"

#include <fmt/format.h>

namespace reckon::cli {
namespace {

constexpr std::chrono::seconds patience{1};
constexpr std::chrono::milliseconds between_shows{200};

sigset_t interrupt_alone() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  return set;
}

}  // namespace

// The signal is held back and looked for, so there is no handler and no variable for it to write to.
LongWork::LongWork(World& world, std::string what)
    : world_(world), what_(std::move(what)), next_(Clock::now() + patience) {
  const sigset_t set = interrupt_alone();
  pthread_sigmask(SIG_BLOCK, &set, &before_);
}

LongWork::~LongWork() {
  if (shows_) world_.err.show_for_now({});
  const sigset_t set = interrupt_alone();
  int signal = 0;
  if (is_interrupted()) sigwait(&set, &signal);
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

whatif::Watch LongWork::watch() {
  whatif::Watch out;
  out.should_stop = [] { return is_interrupted(); };
  if (world_.err.is_terminal)
    out.progress = [this](std::uint64_t done, std::uint64_t total) { show(done, total); };
  return out;
}

bool LongWork::is_interrupted() {
  sigset_t waiting;
  return sigpending(&waiting) == 0 && sigismember(&waiting, SIGINT) == 1;
}

void LongWork::show(std::uint64_t done, std::uint64_t total) {
  const Clock::time_point now = Clock::now();
  if (now < next_ || total == 0) return;
  next_ = now + between_shows;
  shows_ = true;
  const double percent = 100.0 * static_cast<double>(done) / static_cast<double>(total);
  world_.err.show_for_now(fmt::format("reckon: {:.0f} % of {} {}", percent, total, what_));
}

}  // namespace reckon::cli
