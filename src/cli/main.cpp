// SPDX-License-Identifier: MIT
// Hands the world to the program and turns what escapes into exit codes.
#include "cli/app.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <iostream>
#include <sys/ioctl.h>
#include <unistd.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool is_on(const std::string& value) {
  return !value.empty() && value != "0" && value != "false";
}

/// COLUMNS if it is a number, else the width of the terminal, else 80; within what a chart can be drawn in.
std::size_t terminal_columns() {
  constexpr std::size_t usual = 80;
  constexpr std::size_t fewest = 40;
  constexpr std::size_t most = 400;
  std::size_t columns = 0;
  if (const char* text = std::getenv("COLUMNS")) std::from_chars(text, text + std::strlen(text), columns);
  winsize size{};
  if (columns == 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) columns = size.ws_col;
  return columns == 0 ? usual : std::clamp(columns, fewest, most);
}

/// What grows step by step to many megabytes leaves no holes behind it.
void give_back_large_pieces() {
#if defined(__GLIBC__)
  constexpr int megabyte = 1 << 20;
  mallopt(M_MMAP_THRESHOLD, megabyte);
  mallopt(M_TRIM_THRESHOLD, 16 * megabyte);
#endif
}

}  // namespace

int main(int argc, char** argv) {
  using reckon::cli::ExitCode;
  using reckon::cli::Invocation;
  std::ios::sync_with_stdio(false);
  give_back_large_pieces();
  try {
    Invocation invocation;
    invocation.arguments.assign(argv + 1, argv + argc);
    invocation.catalogue_path = variable("RECKON_PATH");
    invocation.no_colour = !variable("NO_COLOR").empty();
    invocation.force_colour = is_on(variable("FORCE_COLOR")) || is_on(variable("CLICOLOR_FORCE"));
    invocation.is_dumb = variable("TERM") == "dumb";
    invocation.out_is_terminal = isatty(STDOUT_FILENO) != 0;
    invocation.err_is_terminal = isatty(STDERR_FILENO) != 0;
    invocation.columns = terminal_columns();
    const ExitCode code = reckon::cli::run(invocation, reckon::cli::World{std::cin, std::cout, std::cerr});
    std::cout.flush();
    if (!std::cout) {
      std::cerr << "reckon: standard output cannot be written\n";
      return static_cast<int>(ExitCode::usage);
    }
    return static_cast<int>(code);
  } catch (const std::exception& error) {
    std::cerr << reckon::cli::say_line(std::string("internal error: ") + error.what() +
                                       "; please report it with the input");
    return static_cast<int>(ExitCode::internal);
  }
}
