// SPDX-License-Identifier: MIT
// The whole trail of one output: each formula as written, then with the numbers that went in, then where
// those come from, down to the inputs.
#pragma once

#include "check/context.hpp"

#include <string>
#include <vector>

namespace reckon::report {

struct TrailStep {
  std::size_t depth = 0;
  std::string name;
  std::string value;    ///< for people; "open", or why it failed
  std::string formula;  ///< "" for what is given
  std::string filled;   ///< the formula with numbers
  std::string from;     ///< of what is given: "variable peakTPS", "default"
  std::string about;
  std::string source;
  bool unverified = false;
  bool is_repeated = false;  ///< stands further up in full
};

std::vector<TrailStep> trail_of(const check::Context& context, model::SlotId output);

std::string print_trail_text(const std::vector<TrailStep>& steps);
std::string print_trail_json(const std::vector<TrailStep>& steps, const std::string& model,
                             const std::string& version);

}  // namespace reckon::report
