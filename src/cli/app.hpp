// SPDX-License-Identifier: MIT
// Arguments -> a command with its options -> exit code.
#pragma once

#include "cli/session.hpp"

#include <string>
#include <vector>

namespace reckon::cli {

/// What the process was started with, apart from its streams.
struct Invocation {
  std::vector<std::string> arguments;  ///< without the program's name
  std::string catalogue_path;          ///< RECKON_PATH, or ""
  bool no_colour = false;              ///< NO_COLOR
  bool force_colour = false;           ///< FORCE_COLOR, CLICOLOR_FORCE
  bool is_dumb = false;                ///< TERM=dumb: a terminal without colours and cursor
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::size_t columns = 80;  ///< COLUMNS, or the terminal's width
};

/// Of one stream: what --color asks for, else what the environment and the terminal are good for.
base::Colour colour_for(const std::string& wish, const Invocation& invocation, bool is_terminal);

ExitCode run(const Invocation& invocation, World world);

}  // namespace reckon::cli
