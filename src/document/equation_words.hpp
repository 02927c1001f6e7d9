// SPDX-License-Identifier: MIT
// The words of prose that carry arithmetic, as tables: relations, softening words, words that end an operand.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace reckon::document {

/// How a relation is written, which decides how much it is trusted.
enum class Sign : std::uint8_t {
  equals,         ///< a sign: =, ==
  approximately,  ///< a sign: ≈, ~=
  tilde,          ///< a lone ~: a relation after an expression, otherwise a mark or a range
  at_least,
  at_most,
  arrow,    ///< -> => →: also drawn between before and after
  verb,     ///< is, gives, makes
  soft,     ///< about, roughly: an approximate verb
  leap,     ///< so, hence, "we need": the subject may change
  colon,    ///< ":" behind an expression
  offered,  ///< or: another name for the same quantity, or another quantity
};

struct Phrase {
  std::string_view words;  ///< lower case, one space between
  Sign sign;
};

/// The longest phrase that starts with `words` (lower case), which end at a word's end; nothing when none
/// does.
std::optional<Phrase> relation_phrase(std::string_view words);
/// True when some relation starts with this word.
bool starts_relation(std::string_view word);

/// What a word between a relation and its quantity adds ("so we need *about* 8").
enum class Softener : std::uint8_t { none, empty, approximate, at_least, at_most };
Softener softener(std::string_view word);

/// Words that never belong to an operand: after them something else begins.
bool ends_operand(std::string_view word);
/// A character is a byte, so that its count is a size.
bool measures_text(std::string_view word);
bool is_number_word(std::string_view word);
bool is_currency_word(std::string_view word);

}  // namespace reckon::document
