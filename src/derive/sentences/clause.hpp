// SPDX-License-Identifier: MIT
// The numbers of a clause as operands: what the words between them and around them say.
#pragma once

#include "derive/page/words.hpp"
#include "derive/search/ways.hpp"

#include <vector>

namespace reckon::derive {

/// Mentions [begin, end) of one sentence; empty where one of them cannot be calculated with.
std::vector<Operand> operands_between(const Page& page, const Naming& naming, MentionId begin, MentionId end);

/// A period that words name and that no number has, between two tokens: "over a year", "daily".
arithmetic::Period period_said(const Page& page, LineId line, std::uint32_t begin, std::uint32_t end);

/// "8x", "8×".
bool is_unit_of_multiple(std::string_view unit);

/// "three times that", "six times as high"; not "updated 1000 times".
bool is_so_many_times(const Page& page, MentionId id);

/// Signs calculate: what is written answers for it.
bool has_operator(const Page& page, std::uint32_t begin, std::uint32_t end);

/// "not", "never", "don't": what is said is not so.
bool is_denied(const Page& page, LineId line, std::uint32_t begin, std::uint32_t end);
/// "$10-15 a year": from one number to another.
bool has_range(const Page& page, std::uint32_t begin, std::uint32_t end);
/// "but", "while": numbers are set against each other.
bool is_contrasted(const Page& page, LineId line, std::uint32_t begin, std::uint32_t end);

/// Words that calculate and that are no number: "twice", "doubles", "half".
bool says_multiple(const Page& page, std::uint32_t begin, std::uint32_t end);

}  // namespace reckon::derive
