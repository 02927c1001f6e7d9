// SPDX-License-Identifier: MIT
// Written calculations: expressions over figures and names, and the chains in which relations join them.
// Nothing is evaluated here: a chain says what is written, and with how much certainty it is meant as a
// relation.
//
//   chain   := [label ("=" | ":")] side { link side }
//   side    := term { ("+" | "-" | "plus" | "minus") term }
//   term    := power { ("*" | "/" | "times" | "divided by" | percentage "of") power }
//   power   := operand [ "^" operand ]
//   operand := figure [noun] | "(" side ")" | function "(" side ")" | "-" operand | name | gap
//
// A gap stands where an operand is missing in front of an operator ("× 3 copies = ..."), a name where words
// stand for a number ("QPS × 3").
#pragma once

#include "arithmetic/lex.hpp"
#include "arithmetic/node.hpp"
#include "arithmetic/sides.hpp"
#include "base/arena.hpp"

#include <cstdint>
#include <vector>

namespace reckon::arithmetic {

/// The chains in tokens [begin, end) of one text, in order; they do not overlap. A chain of one side has an
/// operator and no result beside it. New nodes are appended to `nodes`. Linear.
std::vector<Chain> read_chains(const Tokens& tokens, std::uint32_t begin, std::uint32_t end,
                               std::string_view plain, std::vector<Node>& nodes, base::Arena& arena);

}  // namespace reckon::arithmetic
