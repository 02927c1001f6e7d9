// SPDX-License-Identifier: MIT
// The outcome of sizing a model: inputs with where they come from, outputs with how they came about, which
// constraint binds, checks that fire.
#pragma once

#include "base/diagnostic.hpp"
#include "check/context.hpp"
#include "report/binding.hpp"

#include <string>
#include <vector>

namespace reckon::report {

struct SizingRow {
  std::string name;
  double value = 0.0;  ///< in `unit`
  std::string unit;
  std::string text;               ///< for people
  std::string from;               ///< of an input, and of an output that was set
  std::string calculation;        ///< of an output that was computed
  std::string kind;               ///< "input", "identity", "need"
  std::vector<std::string> open;  ///< inputs that are missing; then there is no value
  std::string failure;            ///< why there is no value although nothing is missing
  bool unverified = false;
  std::string plausible;  ///< of an input whose value lies outside it: "10 % to 100 %"
};

struct FiredCheck {
  std::string id;
  base::Severity severity = base::Severity::error;
  std::string message;
};

struct Sizing {
  std::string version;
  std::string model;
  std::string title;
  std::vector<SizingRow> inputs;
  std::vector<SizingRow> outputs;
  std::vector<BindingRow> binding;
  std::vector<FiredCheck> checks;
};

Sizing size(const check::Context& context, std::string version);

std::string print_sizing_text(const Sizing& sizing);
std::string print_sizing_json(const Sizing& sizing);

}  // namespace reckon::report
