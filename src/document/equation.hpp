// SPDX-License-Identifier: MIT
// Arithmetic in prose: chains of sides joined by relations, each side an expression over quantities or one
// quantity. Every step is kept as written, with every reading that a literal allows; whether a step holds is
// for `check` to say. Names used as variables are not read: a side with one is no side.
#pragma once

#include "base/source.hpp"
#include "document/text.hpp"
#include "formula/formula.hpp"
#include "units/quantity.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::document {

/// How a side stands to the side before it. In "a ≥ b" and in "a = at least b" the side b is `at_least`: a is
/// said to be b or more.
enum class Relation : std::uint8_t {
  equals,         ///< =, is, gives, so, ->
  approximately,  ///< ≈, ~=, = ~, about
  at_least,       ///< ≥, >, "at least", "more than"
  at_most,        ///< ≤, <, "at most", "up to"
};

/// What the text says about a side after the fact: "8 cores (rounded up)".
enum class Rounding : std::uint8_t { unsaid, up, down, nearest };

/// Another way in which a literal of an expression can be read.
struct Alternative {
  std::uint32_t node = 0;  ///< literal's index in the formula
  units::Stated reading;
  std::string_view why;  ///< "as bits per byte", "as million"...: a constant, fit for a note
};

struct Side {
  Relation relation = Relation::equals;  ///< to the side before; meaningless for the first
  Rounding rounding = Rounding::unsaid;
  /// The line may run on: in "10M × 1 KB = 10 GB × 365 = 3.65 TB" people mean that 10M × 1 KB is 10 GB, the
  /// first node of this side, and that 10 GB × 365 is 3.65 TB. To be tried when the side as a whole does not
  /// equal the one before.
  bool may_run_on = false;
  base::Span span;
  std::size_t begin = 0;  ///< in the text that was read; marks of approximation in front are left out
  std::size_t end = 0;
  formula::Formula expression;            ///< a single literal node when the side is one quantity
  std::vector<Alternative> alternatives;  ///< the likelier before the less likely; grouped by node, ascending
  bool names_all = false;  ///< each of its numbers has a unit or a noun: "40M readers × 25 follows"
  std::string written;     ///< of a side whose parts stand apart: how one would write it; otherwise empty

  [[nodiscard]] bool is_quantity() const { return expression.nodes.size() == 1; }
  [[nodiscard]] const units::Stated& quantity() const { return expression.nodes.front().literal; }
};

/// Why an equation is believed to be meant.
struct Trust {
  enum class Kind : std::uint8_t {
    stated,    ///< the author wrote it
    supposed,  ///< a rule of columns: meant if nearly all rows with the same `rule` hold
  };
  Kind kind = Kind::stated;
  std::uint32_t rule = 0;

  bool operator==(const Trust&) const = default;
};

struct Equation {
  /// At least two. One is an expression with an operator, or two quantities of the same strict dimension are
  /// equated by a sign ("36M/day = 417/s").
  std::vector<Side> sides;
  base::Span span;
  bool result_first = false;  ///< "100 Gbps (100,000 TPS × 1 KB × 8 bits)": the first side is the result
  std::string label;          ///< text in front of it: "Cores" in "Cores: 5 × 2 = 10"
  bool apart = false;         ///< its parts stand apart, so that only their position relates them
  Trust trust;
};

/// All equations in a text, in order; they do not overlap. Linear in the text. A text is one passage; its
/// lines, if it has several, are read one by one unless a line starts with a relation.
std::vector<Equation> read_equations(const Text& text);

}  // namespace reckon::document
