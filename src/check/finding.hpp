// SPDX-License-Identifier: MIT
// What is told about a response: one finding for each thing that is wrong or cannot be said.
#pragma once

#include "base/diagnostic.hpp"
#include "derive/judge/slips.hpp"
#include "derive/page/derivation.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace reckon::check {

struct Finding {
  base::Diagnostic diagnostic;  ///< its code is the rule
  bool is_of_reading = false;   ///< the text could not be read here, whatever is found in the rest
  std::string pointer;
  std::optional<std::size_t> claim;
  std::string stated;
  std::string recomputed;
  std::optional<double> ratio;
  std::optional<derive::SlipFound> slip;
  std::vector<std::string> to_be_right;
  std::optional<float> evidence;        ///< bits by which the wrong story is cheaper
  double probability = 1.0;             ///< that it is a mistake
  std::vector<derive::Reason> reasons;  ///< the ledger behind it
};

}  // namespace reckon::check
