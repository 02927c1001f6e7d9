// SPDX-License-Identifier: MIT
// Whole plans in the manner of a language model, with known truth: a random system, its quantities worked out
// one from the other, every step written in a random form. A generator, for tests; it knows nothing of what
// the reader can do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace reckon::check {

/// One stated result in a plan.
struct PlanResult {
  std::size_t begin = 0;  ///< of the number with its unit in the text
  std::size_t end = 0;
  double number = 0.0;  ///< as written, without the unit
  std::string unit;     ///< as written, with the blank or sign that joins it: " GB", "/s", or "$" in front
  std::string form;     ///< "bullet", "row"...
  bool is_data = false;
  bool is_price = false;
  bool has_time = false;  ///< a period or a duration takes part
};

struct WrittenPlan {
  std::string text;
  std::vector<PlanResult> results;
};

/// The same seed gives the same plan on every machine.
WrittenPlan write_plan(std::uint64_t seed);

/// A number as authors write it: 3 digits at least, a magnitude letter or groups of three.
std::string write_number(double value);

}  // namespace reckon::check
