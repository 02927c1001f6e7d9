// SPDX-License-Identifier: MIT
// What to type, for the help of each command. Every line works in a checkout.
#pragma once

#include <span>
#include <string_view>

namespace reckon::cli {

/// One row; a command may have several.
struct Example {
  std::string_view command;  ///< "" for the page of the whole program
  std::string_view line;
};

std::span<const Example> example_table();

}  // namespace reckon::cli
