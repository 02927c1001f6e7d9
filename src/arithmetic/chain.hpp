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

#include <cstdint>
#include <vector>

namespace reckon::arithmetic {

/// How a side is joined to the one before it.
enum class Joint : std::uint8_t {
  equals,       ///< a sign
  about,        ///< a sign, ≈
  arrow,        ///< a sign, →
  bound,        ///< ≤, ≥, "at least" as a relation
  colon,        ///< "36 × 90: 3.2 GB"
  bracket,      ///< "28 TB (350 × 80 GB)", "36M/day (417/s)"
  verb,         ///< "is", "makes", "comes to"
  leap,         ///< "so", "hence", "needs"
  alternative,  ///< "or", "i.e."
  words,        ///< words that say nothing known
};

enum class Rounding : std::uint8_t { unsaid, up, down };

struct Link {
  Joint joint = Joint::equals;
  units::Comparator bound = units::Comparator::equal;
  Rounding rounding = Rounding::unsaid;
  bool approximate = false;
  std::uint8_t unknown_words = 0;  ///< content words between the relation and the side
};

struct Chain {
  std::vector<Side> sides;
  std::vector<Link> links;        ///< one fewer
  std::uint32_t label_begin = 0;  ///< tokens in front
  std::uint32_t label_end = 0;
  bool is_cut = false;           ///< begins or ends inside something that was not read
  bool is_result_first = false;  ///< "28 TB (350 × 80 GB)": the first side is the result of the second
};

/// The chains in tokens [begin, end) of one text, in order; they do not overlap. A chain of one side has an
/// operator and no result beside it. New nodes are appended to `nodes`. Linear.
std::vector<Chain> read_chains(const Tokens& tokens, std::uint32_t begin, std::uint32_t end,
                               std::string_view plain, std::vector<Node>& nodes);

}  // namespace reckon::arithmetic
