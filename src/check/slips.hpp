// SPDX-License-Identifier: MIT
// THE table of slips: named mistakes, tried in order on the calculation behind a wrong number. A slip is
// reported only when it gives the stated number; silence beats a guess. Adding a slip is one row.
#pragma once

#include "check/expression.hpp"
#include "check/finding.hpp"
#include "units/quantity.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::check {

/// Another number of the response that could have been taken by mistake.
struct OtherNumber {
  units::Stated stated;
  std::string text;
};

/// A number to explain.
struct SlipCase {
  Expression calculation;
  double right = 0.0;     ///< what follows, in base units
  units::Unit unit;       ///< in which the response states its number
  std::string unit_text;  ///< as written, "GB"
  std::vector<OtherNumber> others;
};

/// What a slip makes of a calculation: the wrong number in base units, and how it came about.
struct SlipOutcome {
  double value = 0.0;
  std::string text;
};

using EmitSlip = std::function<void(SlipOutcome)>;

/// One row.
struct Slip {
  std::string_view id;
  std::string_view about;
  void (*apply)(const SlipCase& number, const EmitSlip& emit);
};

std::span<const Slip> slip_table();

/// The first slip that gives the stated number within its printed digits (at most 2 % off); pairs of two
/// simple factors last.
std::optional<SlipFound> find_slip(const SlipCase& number, const units::Stated& stated);

}  // namespace reckon::check
