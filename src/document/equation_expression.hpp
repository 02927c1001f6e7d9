// SPDX-License-Identifier: MIT
// Tokens -> one side of an equation as a formula. Looser than the grammar of formulas: words and comments may
// stand behind an operand, "20% of 5,000" multiplies, "+ 20%" is a surcharge. A side that cannot be read
// whole is no side.
//
//   sum     = product { (+|-) product }          a percentage added to something else scales it
//   product = power { (*|/|of|at) power }
//   power   = operand [ ^ operand ]
//   operand = literal | ( sum ) | function ( sum {, sum} ) | - operand | mark operand
//   behind an operand: { word } { ( comment ) }, if an operator or a relation follows
#pragma once

#include "document/equation_plain.hpp"
#include "document/equation_token.hpp"
#include "document/text.hpp"
#include "formula/formula.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::document {

/// One text on its way: as it was given, in plain form, and as tokens.
struct Prepared {
  const Text& text;
  const Plain& plain;
  const Tokens& tokens;

  [[nodiscard]] const Token& at(std::size_t token) const { return tokens.tokens[token]; }
  [[nodiscard]] std::size_t size() const { return tokens.tokens.size(); }
  /// What a token says, in lower case; only the start of a very long word.
  [[nodiscard]] std::string_view lower(std::size_t token) const;
  /// Where plain bytes [begin, end) stand in the source.
  [[nodiscard]] base::Span span(std::size_t begin, std::size_t end) const;
  /// Counts inside a group, from the token that opens it.
  [[nodiscard]] std::uint32_t literals_in(std::size_t open) const;
  [[nodiscard]] std::uint32_t operators_in(std::size_t open) const;
  [[nodiscard]] std::uint32_t relations_in(std::size_t open) const;
};

/// In place of a literal's index for one that was folded from several.
inline constexpr std::uint32_t no_literal = 0xffff'ffff;

/// A literal of a side and the readings that it brought along.
struct Placed {
  std::uint32_t node = 0;
  std::uint32_t literal = 0;  ///< index into Tokens::literals, or `no_literal`
  bool has_noun = false;      ///< a word follows it: "7 waves" are no days of a week
};

struct Expression {
  formula::Formula formula;
  std::vector<Placed> literals;
  std::size_t first = 0;  ///< token
  std::size_t next = 0;   ///< token behind it; words and comments that trail it are not taken
  std::size_t begin = 0;  ///< in the plain text
  std::size_t end = 0;
};

/// The side that starts at a token; nothing when there is none or when it goes on into something unreadable.
std::optional<Expression> parse_expression(const Prepared& prepared, std::size_t first);

/// The token behind the words and comments that may trail an operand, at most a few; `first` when there are
/// none.
std::size_t behind_trailing_words(const Prepared& prepared, std::size_t first);

/// The longest relation in words that starts at a token.
std::optional<Phrase> phrase_at(const Prepared& prepared, std::size_t first);

/// True for a group that only remarks on what stands before it: "(in and out)", "(2 copies)".
bool is_comment(const Prepared& prepared, std::size_t open);

/// A literal in bits, which beside bytes converts and does not measure: "1 KB × 8 bits".
bool says_bits(const units::Stated& stated);

/// The strict dimension of a formula by its first readings; nothing when it has none.
std::optional<units::Dimension> strict_dimension(const formula::Formula& formula);

}  // namespace reckon::document
