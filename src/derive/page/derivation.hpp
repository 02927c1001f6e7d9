// SPDX-License-Identifier: MIT
// An expression over mentions that yields a mention, with what it takes for granted. Generators emit these
// and decide nothing; derive/judge/story.hpp weighs them.
#pragma once

#include "arithmetic/compare.hpp"
#include "derive/page/page.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace reckon::derive {

enum class Generator : std::uint8_t {
  written,    ///< operators and a relation on one line
  continued,  ///< an operator in front: the result before is the missing operand
  elided,     ///< one operand or the result stands apart
  spoken,     ///< words calculate: "12 pods with 500 requests/s each"
  nearby,     ///< only position relates them
  row,        ///< a rule that the other rows of a table obey
  total,      ///< a sum of a column, a list, a sentence
  known,      ///< an availability and the time that it leaves, a period in other units
  repeated,   ///< the same quantity stated again
};
inline constexpr std::size_t generators = static_cast<std::size_t>(Generator::repeated) + 1;
std::string_view name(Generator generator);

/// Why evidence is what it is: one line of the ledger.
struct Reason {
  std::string_view what;  ///< a constant: "three digits agree", "operand in the sentence before"
  float bits = 0.0F;      ///< gains are positive, prices negative
};

struct Derivation {
  Generator generator = Generator::written;
  bool chained = false;       ///< an equality of two figures that no operator supports
  bool counts_other = false;  ///< its target counts what no operand counts
  bool says_all = false;      ///< words tell the whole of it: no operand can be left out
  bool is_cued = false;       ///< something says that it is a relation: only then can it be wrong
  arithmetic::Link link;
  MentionId target = nowhere;  ///< `nowhere` where two expressions are equated
  /// What yields it: nodes [first_node, root] of `Page::nodes`.
  std::uint32_t first_node = 0;
  std::uint32_t root = 0;
  std::uint32_t gap = nowhere;  ///< the mention that fills the expression's gap
  /// Where the expression and, without a target, the other side stand: tokens of a line.
  LineId line = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t stated_begin = 0;
  std::uint32_t stated_end = 0;

  float price = 0.0F;      ///< of the form and of where operands stand, readings not included
  float surprise = 0.0F;   ///< what agreement would be worth
  float not_meant = 0.0F;  ///< the price of "it was not meant as a relation"
  arithmetic::Comparison comparison;

  [[nodiscard]] bool holds() const { return comparison.holds; }
  /// Bits by which it explains its target; below zero it is an accident.
  [[nodiscard]] float evidence() const { return surprise - price - comparison.cost; }
};

/// Where the expression stands: in one piece, or where its first operand does.
base::Span place_of(const Page& page, const Derivation& derivation);

/// The mentions that an expression uses.
std::vector<MentionId> operands_of(const Page& page, const Derivation& derivation);
bool uses(const Page& page, const Derivation& derivation, MentionId id);

}  // namespace reckon::derive
