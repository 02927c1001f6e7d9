// SPDX-License-Identifier: MIT
#include "cli/app.hpp"

namespace reckon::cli {

base::Colour colour_for(const std::string& wish, const Invocation& invocation, bool is_terminal) {
  if (wish != "auto") return wish == "always" ? base::Colour::ansi : base::Colour::none;
  if (invocation.no_colour) return base::Colour::none;
  const bool is_able = is_terminal && !invocation.is_dumb;
  return invocation.force_colour || is_able ? base::Colour::ansi : base::Colour::none;
}

}  // namespace reckon::cli
