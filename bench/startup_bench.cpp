// SPDX-License-Identifier: MIT
// What a whole process costs: start-up plus one `calc` as a ratio to an empty C++ program, and `check` of an
// answer and of a 65 KB article in milliseconds. Runs alternate, so that a busy machine slows all of them
// alike; medians are printed.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fcntl.h>
#include <fstream>
#include <spawn.h>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

constexpr std::size_t rounds = 301;
constexpr std::size_t article_size = 65'000;
constexpr const char* article = "/tmp/reckon-startup-bench.md";

struct Command {
  std::string title;
  std::vector<std::string> words;
};

/// Wall time of one run, with stdout and stderr thrown away.
double run(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  int status = 0;
  const auto begin = std::chrono::steady_clock::now();
  if (posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ) == 0) {
    waitpid(child, &status, 0);
  }
  const auto end = std::chrono::steady_clock::now();
  posix_spawn_file_actions_destroy(&actions);
  return std::chrono::duration<double, std::milli>(end - begin).count();
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// The example answer, repeated until it is as long as the longest articles.
void write_article(const std::string& example) {
  std::ifstream in(example, std::ios::binary);
  std::ostringstream example_text;
  example_text << in.rdbuf();
  const std::string answer = example_text.str();
  std::string text;
  while (!answer.empty() && text.size() < article_size) text += answer + "\n";
  std::ofstream(article, std::ios::binary) << text.substr(0, article_size);
}

}  // namespace

int main() {
  const std::string example = RECKON_ROOT "/prompts/payment-gateway/source.md";
  write_article(example);
  const std::vector<Command> commands{
      {"reckon calc", {RECKON_PROGRAM, "calc", "2 KB * 100k/s * 30 days in TB"}},
      {"reckon check, example answer", {RECKON_PROGRAM, "check", example}},
      {"reckon check, 65 KB article", {RECKON_PROGRAM, "check", article}},
  };
  for (const Command& command : commands) {
    std::vector<double> empty;
    std::vector<double> full;
    for (std::size_t round = 0; round < rounds; ++round) {
      empty.push_back(run({EMPTY_PROGRAM}));
      full.push_back(run(command.words));
    }
    fmt::print("{:<30} {:8.2f} ms {:8.2f} x an empty program ({:.2f} ms)\n", command.title, median(full),
               median(full) / median(empty), median(empty));
  }
  unlink(article);
  return 0;
}
