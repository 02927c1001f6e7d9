// SPDX-License-Identifier: MIT
// What is told about a response: one finding for each thing that is wrong or cannot be said.
#pragma once

#include "base/diagnostic.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace reckon::check {

/// A named mistake that reproduces the stated number.
struct SlipFound {
  std::string id;
  std::string text;
};

struct Finding {
  base::Diagnostic diagnostic;  ///< its code is the rule
  std::string pointer;
  std::optional<std::size_t> claim;
  std::string stated;
  std::string recomputed;
  std::optional<double> ratio;
  std::optional<SlipFound> slip;
  std::vector<std::string> to_be_right;
};

}  // namespace reckon::check
