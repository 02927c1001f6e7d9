// SPDX-License-Identifier: MIT
// THE table of slips: named mistakes, tried in order on the calculation behind a wrong number. A slip is
// reported only when it gives the stated number; silence beats a guess. Adding a slip is one row.
#pragma once

#include "derive/judge/slip_kinds.hpp"

#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::derive {

/// A named mistake that reproduces the stated number.
struct SlipFound {
  std::string id;
  std::string text;
  float price = 0.0F;  ///< in bits: how rare the kind is
  bool turns = false;  ///< as in its row
};

/// One row.
struct Slip {
  std::string_view id;
  std::string_view about;
  float price = 0.0F;  ///< in bits, besides the rate of mistakes
  void (*apply)(const SlipCase& number, const EmitSlip& emit);
  bool to_the_digit = false;  ///< explains nothing that was rounded on the way
  bool turns = false;         ///< an operator: off by the square of an operand, however much that is
  std::string_view wrong{};   ///< a line with it; "": of models alone, no line by itself shows it
  std::string_view right{};   ///< the line as it should be
};

std::span<const Slip> slip_table();

/// The first slip that gives the stated number within its printed digits (at most 2 % off); pairs of two
/// simple factors last. None that costs more than `dearest`.
std::optional<SlipFound> find_slip(SlipCase number, const units::Stated& stated,
                                   float dearest = std::numeric_limits<float>::infinity());

}  // namespace reckon::derive
