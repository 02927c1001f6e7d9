// SPDX-License-Identifier: MIT
// Why a text is no quantity, or not one that fits: one table of reasons with their codes, headlines and help.
#pragma once

#include "base/diagnostic.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace reckon::units {

enum class Reason : std::uint8_t {
  empty,
  placeholder,
  not_a_number,
  too_large,
  hexadecimal,
  decimal_comma,
  dotted_groups,
  bad_groups,
  ambiguous_unit,
  unknown_unit,
  complex_unit,
  open_bracket,
  other_currency,
  trailing_text,
  schedule,
  split,
  factor,
  nines,
  bound,
  range,
  backward_range,
  percentile,
  negative,
  wrong_dimension,
};

struct ReasonRow {
  Reason reason;
  std::string_view code;
  std::string_view headline;  ///< `{}` is the text at fault
  std::string_view help;      ///< what to write instead, when nothing more exact is known
};

std::span<const ReasonRow> reason_table();

/// A refusal before anybody asked for its text.
struct Refusal {
  Reason reason = Reason::not_a_number;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string help;  ///< overrides the table's
};

/// The text as a message shows it: long ones are cut between code points.
std::string excerpt(std::string_view text);

/// The error that tells it; its span is relative to `text` (source 0) and its remark `help` says what to
/// write instead.
base::Diagnostic explain(const Refusal& refusal, std::string_view text);

}  // namespace reckon::units
