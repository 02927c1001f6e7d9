// SPDX-License-Identifier: MIT
// One calculation in many spellings and at many places, and what the reader makes of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reckon::corpus {

/// A place in a document at which a line may stand; `{}` is the line.
struct SeatRow {
  std::string_view name;
  std::string_view text;
};
const std::vector<SeatRow>& seats();

enum class Reading {
  recomputed,  ///< the stated result is explained, and nothing is accused
  accused,     ///< the result, and nothing else
  misplaced,   ///< an operand is accused
  unread,      ///< neither
};

/// What becomes of the last number of a line, or of the first where the result stands first.
Reading read_statement(const SeatRow& seat, std::string_view line, bool is_result_first = false);

/// Every character beyond ASCII that arithmetic spells as `plain`.
std::vector<std::string> characters_for(std::string_view plain);

}  // namespace reckon::corpus
