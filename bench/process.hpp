// SPDX-License-Identifier: MIT
// What a whole process costs, from start to end.
#pragma once

#include <algorithm>
#include <chrono>
#include <fcntl.h>
#include <spawn.h>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace reckon::bench {

struct Process {
  double milliseconds = 0.0;  ///< wall time
  double megabytes = 0.0;     ///< most memory that it had at once
  bool is_well = false;       ///< it started, and ended with exit code 0
};

/// One run of a program, found by its path or along PATH, with stdout and stderr thrown away.
inline Process run(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  int status = -1;
  const auto begin = std::chrono::steady_clock::now();
  const bool is_started =
      posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ) == 0;
  rusage used{};
  if (is_started) wait4(child, &status, 0, &used);
  const auto end = std::chrono::steady_clock::now();
  posix_spawn_file_actions_destroy(&actions);
  return {std::chrono::duration<double, std::milli>(end - begin).count(),
          static_cast<double>(used.ru_maxrss) / 1024.0,
          is_started && WIFEXITED(status) && WEXITSTATUS(status) == 0};
}

inline double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace reckon::bench
