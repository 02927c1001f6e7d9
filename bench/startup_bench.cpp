// SPDX-License-Identifier: MIT
// What a whole process costs: start-up plus one `calc` as a ratio to an empty C++ program, and `check` of an
// answer and of a 65 KB article in milliseconds. Runs alternate, so that a busy machine slows all of them
// alike; medians are printed.
#include "process.hpp"

#include <fmt/format.h>

#include <fstream>
#include <sstream>
#include <string>

namespace {

using reckon::bench::median;
using reckon::bench::run;

constexpr std::size_t rounds = 301;
constexpr std::size_t article_size = 65'000;
constexpr const char* article = "/tmp/reckon-startup-bench.md";

struct Command {
  std::string title;
  std::vector<std::string> words;
};

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
      empty.push_back(run({EMPTY_PROGRAM}).milliseconds);
      full.push_back(run(command.words).milliseconds);
    }
    fmt::print("{:<30} {:8.2f} ms {:8.2f} x an empty program ({:.2f} ms)\n", command.title, median(full),
               median(full) / median(empty), median(empty));
  }
  unlink(article);
  return 0;
}
