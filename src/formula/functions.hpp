// SPDX-License-Identifier: MIT
// THE table of functions. A kernel is written once in C++ with static Boost.Units quantities
// (formula/kernels.hpp); a template turns its signature into the run-time dimension rule. Adding a function
// is one row and one kernel.
#pragma once

#include "formula/signature.hpp"
#include "units/dimension.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace reckon::formula {

/// What arguments a function takes and what it yields.
enum class Rule : std::uint8_t {
  typed,     ///< as the kernel's signature says
  alike,     ///< arguments of one dimension, which is the result's
  rounding,  ///< a count; or any quantity, and the unit to round to
  root,      ///< the square root of the argument's dimension
  plain,     ///< plain numbers, yields a plain number
};

/// One row. Arguments and results are numbers in base units.
struct Function {
  std::string_view name;
  std::string_view parameters;  ///< "availability, period": shown in help and in diagnostics
  std::string_view about;       ///< one line, with the source of the formula
  std::string_view example;     ///< `downtime(99.999 %, 30 days)`
  std::string_view example_is;  ///< `25.92 s`: evaluated by a test
  std::size_t least_arguments = 1;
  std::size_t most_arguments = 1;  ///< arguments left out at the end of a typed kernel are zero
  Rule rule = Rule::plain;
  const Signature* signature = nullptr;  ///< for Rule::typed
  bool condition_first = false;          ///< the first argument is a truth, and the rule is about the others
  /// The value; or nothing, and `why` says what is wrong with the arguments.
  std::optional<double> (*kernel)(std::span<const double> arguments, std::string& why) = nullptr;
};

std::span<const Function> function_table();
const Function* find_function(std::string_view name);
/// The name of a parameter as `Function::parameters` lists it; the last one repeats.
std::string_view parameter_name(const Function& function, std::size_t index);

}  // namespace reckon::formula
