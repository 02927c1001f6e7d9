// SPDX-License-Identifier: MIT
// Why something that looks like a number is in no claim: a closed list, each with one sentence.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::check {

enum class UnreadReason : std::uint8_t {
  // It is no quantity at all.
  date,
  pair,
  version,
  code_number,
  word,
  address,
  list_number,
  key,
  markup,
  // Nothing is read from its place.
  heading,
  column_name,
  row_name,
  place,
  code,
  // There is a label, and it binds to nothing.
  variable,
  unknown_name,
  several_names,
  other_dimension,
  change,
  longer_name,
  computed_name,
  two_values,
  unreadable,
  long_label,
  second_label,
  beside_calculation,
  no_row_name,
  not_first,
  // There is arithmetic, and it is no equation.
  alone,
  no_result,
  unknown_operand,
  unknown_side,
  two_numbers,
  range,
  limit,
  before_after,
  other_kind,
  no_conversion,
  remainder,
  quoted,
  unclosed,
  phrase,
  too_many,
};

/// One row of the table of reasons.
struct UnreadReasonRow {
  UnreadReason reason;
  std::string_view id;  ///< for machines: "unknown-name"
  bool may_be_quantity = true;
  std::string_view sentence;  ///< each {} stands for one detail
};

/// One row for each reason, in their order.
std::span<const UnreadReasonRow> unread_reason_table();

std::string_view name(UnreadReason reason);
/// False for what only looks like a number: a date, a version, part of a word.
bool may_be_quantity(UnreadReason reason);
/// The sentence with the details in it.
std::string say(UnreadReason reason, const std::vector<std::string>& details);

}  // namespace reckon::check
