// SPDX-License-Identifier: MIT
// How much memory a whole `check` of the largest document takes, 8 MB of one thing, in megabytes; the exit
// code is 1 when one kind takes more than it may.
#include "process.hpp"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <random>
#include <string>
#include <string_view>

namespace {

constexpr std::size_t largest = std::size_t{8} << 20;
constexpr double most_megabytes = 512.0;

struct Kind {
  std::string_view name;
  std::string_view head;
  std::string_view row;  ///< again and again; "#" is a digit, another one each time
};
constexpr std::array kinds{
    Kind{"two columns, one digit each", "| a | b |\n|---|---|\n", "| 1 | 2 |\n"},
    Kind{"six numbers in a row", "| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n",
         "| 100 | 200 | 300 | 400 | 500 | 600 |\n"},
    Kind{"services", "| service | rate | latency | cores |\n|---|---|---|---|\n",
         "| checkout | 1200 rps | 25 ms | 30 cores |\n"},
    Kind{"shortest equations", "", "- 2 \u00d7 3 = 6\n"},
    Kind{"wrong equations", "", "## \u00d7 ## = ####\n"},
    Kind{"equations", "# Estimate\n\n", "12M users \u00d7 3 KB = 36 GB\n\n"},
    Kind{"prose", "# Plan\n\n",
         "The queue holds what the workers have not taken yet, for 2 hours at most.\n\n"},
};

/// Digits follow each other by a rule that nobody sees.
void add_row(std::string_view row, std::minstd_rand& digits, std::string& to) {
  for (const char c : row) to += c == '#' ? static_cast<char>('1' + digits() % 9) : c;
}

double megabytes(const Kind& kind) {
  const std::string path = fmt::format("/tmp/reckon-memory-{}.md", getpid());
  std::string text(kind.head);
  std::minstd_rand digits;
  while (text.size() + kind.row.size() <= largest) add_row(kind.row, digits, text);
  std::ofstream(path, std::ios::binary) << text;
  const double out = reckon::bench::run({RECKON_PROGRAM, "check", path}).megabytes;
  unlink(path.c_str());
  return out;
}

}  // namespace

int main() {
  bool is_small = true;
  for (const Kind& kind : kinds) {
    const double now = megabytes(kind);
    fmt::print("{:<28} {:5.0f} MB\n", kind.name, now);
    is_small = is_small && now <= most_megabytes;
  }
  return is_small ? 0 : 1;
}
