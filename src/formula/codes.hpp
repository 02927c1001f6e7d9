// SPDX-License-Identifier: MIT
// The codes of the diagnostics that formulas give, each with the line that its reference page begins with.
#pragma once

#include <span>
#include <string_view>

namespace reckon::formula {

struct CodeRow {
  std::string_view code;
  std::string_view about;
};

std::span<const CodeRow> code_table();

namespace codes {

inline constexpr std::string_view empty = "formula.empty";
inline constexpr std::string_view syntax = "formula.syntax";
inline constexpr std::string_view too_long = "formula.too-long";
inline constexpr std::string_view too_deep = "formula.too-deep";
inline constexpr std::string_view ambiguous_comma = "formula.ambiguous-comma";
inline constexpr std::string_view chained_comparison = "formula.chained-comparison";
inline constexpr std::string_view unknown_name = "formula.unknown-name";
inline constexpr std::string_view unknown_function = "formula.unknown-function";
inline constexpr std::string_view argument_count = "formula.argument-count";
inline constexpr std::string_view argument_dimension = "formula.argument-dimension";
inline constexpr std::string_view rounding_unit = "formula.rounding-unit";
inline constexpr std::string_view dimensions_differ = "formula.dimensions-differ";
inline constexpr std::string_view exponent = "formula.exponent";
inline constexpr std::string_view truth_needed = "formula.truth-needed";
inline constexpr std::string_view quantity_needed = "formula.quantity-needed";
inline constexpr std::string_view wrong_result = "formula.wrong-result";
inline constexpr std::string_view display_unit = "formula.display-unit";
inline constexpr std::string_view counts_let_through = "formula.counts-let-through";

}  // namespace codes

}  // namespace reckon::formula
