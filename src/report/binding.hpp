// SPDX-License-Identifier: MIT
// The binding constraint of a sizing, told for people and for programs.
#pragma once

#include "whatif/binding.hpp"

#include <string>
#include <vector>

namespace reckon::report {

/// One constraint that binds.
struct BindingRow {
  std::string subject;  ///< "cores", an output, or a check
  std::string decides;  ///< an output or a formula
  std::string text;     ///< the whole of it for people
  double margin = 0.0;  ///< share by which it exceeds the next one, or that a check has left
  bool has_margin = false;
};

std::vector<BindingRow> binding_rows(const model::Model& model, const whatif::Binding& binding);

}  // namespace reckon::report
