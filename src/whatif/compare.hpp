// SPDX-License-Identifier: MIT
// Scenarios of one model side by side: what was set differently, and what becomes of it.
//
//   scenario := name "=" value { "," name "=" value }     a comma inside a value is followed by no "name ="
#pragma once

#include "check/context.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::whatif {

/// A scenario with its name: one column.
struct Variant {
  std::string name;
  check::Context context;
};

struct ComparedRow {
  model::SlotId slot = 0;
  bool is_input = false;
  std::vector<std::optional<double>> values;  ///< one for each variant, in base units
  std::vector<std::string> reasons;           ///< why there is none: open or failed; "" where there is one
};

struct Comparison {
  std::vector<std::string> names;
  std::vector<ComparedRow> rows;  ///< inputs and outputs that are not the same in all variants, inputs first
  std::size_t equal_outputs = 0;  ///< outputs with one value throughout
  std::vector<std::vector<std::string>> checks;  ///< ids of the checks that fail, for each variant
};

/// "peakTPS=200k/s,regions=3" -> the two settings.
std::vector<std::string> split_settings(std::string_view text);

/// All variants are of the same model; the first is the one that others are compared with.
Comparison compare(const std::vector<Variant>& variants);

}  // namespace reckon::whatif
