// SPDX-License-Identifier: MIT
// Hands the world to the program and turns what escapes into exit codes.
#include "cli/app.hpp"

#include <cstdlib>
#include <exception>
#include <iostream>
#include <unistd.h>

int main(int argc, char** argv) {
  using reckon::cli::ExitCode;
  using reckon::cli::Invocation;
  std::ios::sync_with_stdio(false);
  try {
    Invocation invocation;
    invocation.arguments.assign(argv + 1, argv + argc);
    const char* path = std::getenv("RECKON_PATH");
    const char* no_colour = std::getenv("NO_COLOR");
    invocation.catalogue_path = path == nullptr ? "" : path;
    invocation.no_colour = no_colour != nullptr && *no_colour != '\0';
    invocation.out_is_terminal = isatty(STDOUT_FILENO) != 0;
    invocation.err_is_terminal = isatty(STDERR_FILENO) != 0;
    const ExitCode code = reckon::cli::run(invocation, reckon::cli::World{std::cin, std::cout, std::cerr});
    std::cout.flush();
    if (!std::cout) {
      std::cerr << "reckon: standard output cannot be written\n";
      return static_cast<int>(ExitCode::unreadable);
    }
    return static_cast<int>(code);
  } catch (const std::exception& error) {
    std::cerr << "reckon: internal error: " << error.what() << "; please report it with the input\n";
    return static_cast<int>(ExitCode::internal);
  }
}
