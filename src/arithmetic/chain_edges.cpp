// SPDX-License-Identifier: MIT
#include "arithmetic/chain_edges.hpp"

#include <algorithm>
#include <array>

namespace reckon::arithmetic {

bool ChainEdges::cuts_before(std::uint32_t at) const {
  if (is_operator_above(at)) return true;
  if (at == begin_) return false;
  // "20 × large @ ~$0.50/h × 730": what is bought at a price stands in front.
  const bool is_marked = token(at - 1).kind == Kind::relation && at > begin_ + 1;
  const bool goes_on = at + 1 < end_ && token(at + 1).kind == Kind::times;
  if (goes_on && follows_price_sign(is_marked ? at - 1 : at)) return true;
  return is_operator_before(at) || is_function_before(at) || is_called(at) || is_called(at - 1);
}

bool ChainEdges::follows_price_sign(std::uint32_t at) const {
  const std::size_t end = token(at - 1).end;
  return plain_.substr(end, token(at).begin - end).find('@') != std::string_view::npos || text(at - 1) == "@";
}

bool ChainEdges::cuts_behind(std::uint32_t at) const {
  return at + 1 < end_ && (is_sign(at) || is_foreign(at)) && token(at + 1).kind != Kind::stop;
}

bool ChainEdges::marks_next(std::uint32_t at, const Side& side) const {
  const Token& mark = token(at);
  const bool is_sign = mark.kind == Kind::relation && (mark.sign == Sign::tilde || mark.sign == Sign::about);
  if (!is_sign && (mark.kind != Kind::word || mark.role != Role::about)) return false;
  const Token& before = token(at - 1);
  if (before.kind != Kind::word || side.end == at) return false;
  const bool is_glued = at + 1 < end_ && !token(at + 1).space_before;
  const bool is_behind_words = side.is_figure() && at > side.end + 1;
  if (is_sign && !is_glued && !is_behind_words) return false;
  return side.is_figure() || before.role == Role::preposition || before.role == Role::alternative;
}

bool ChainEdges::is_fresh(std::uint32_t at) const {
  if (at == begin_) return true;
  const Kind before = token(at - 1).kind;
  // "|a − b| / b": what stands between bars is an operand.
  const bool is_bar = text(at - 1) == "|" && !token(at - 1).space_before;
  if (is_bar && is_sign(at)) return false;
  return before == Kind::stop || before == Kind::semicolon || before == Kind::comma ||
         before == Kind::colon || before == Kind::close || before == Kind::relation;
}

bool ChainEdges::tells_prefix_length(std::uint32_t at) const {
  const auto is_stroke = [this](std::uint32_t over) {
    return token(over).kind == Kind::over && over + 1 < end_ && !token(over + 1).space_before &&
           is_fresh(over);
  };
  return is_stroke(at) || (at > begin_ && is_stroke(at - 1));
}

bool ChainEdges::assigns(std::uint32_t at, std::uint32_t words) const {
  if (words < 2 || token(at).sign != Sign::equals || token(at - 1).kind != Kind::word) return false;
  const bool is_glued = !token(at).space_before && !token(at + 1).space_before;
  return is_glued || text(at - 1).find('_') != std::string_view::npos;
}

bool ChainEdges::is_sign(std::uint32_t at) const {
  const Kind kind = token(at).kind;
  return kind == Kind::times || kind == Kind::over || kind == Kind::power || kind == Kind::plus;
}

/// An operator that is not read: remainders, shifts, floor division, what is added to a variable; "20 KB X
/// M".
bool ChainEdges::is_foreign(std::uint32_t at) const {
  constexpr std::array<std::string_view, 11> signs{"//", "%",  "<<", ">>", "&", "|",
                                                   "^",  "+=", "-=", "*=", "/="};
  if (token(at).kind == Kind::word) return text(at) == "X";
  return token(at).kind == Kind::mark && std::find(signs.begin(), signs.end(), text(at)) != signs.end();
}

bool ChainEdges::is_operator_word(Role role) {
  return role == Role::plus || role == Role::minus || role == Role::times || role == Role::over;
}

/// An operator whose left operand was not read; a plus or a dash may begin an item of a list.
bool ChainEdges::is_operator_before(std::uint32_t at) const {
  // "+ Metadata: +6 TB + ..." goes on with a sum.
  const Kind sign = token(at - 1).kind;
  const bool is_factor = (sign == Kind::minus || sign == Kind::plus) && !token(at).space_before;
  if (at < begin_ + 2) return is_factor;
  if (token(at - 1).kind == Kind::word && is_operator_word(token(at - 1).role)) return true;
  const Token& before = token(at - 2);
  if (is_foreign(at - 1)) return before.kind != Kind::stop;
  const bool is_dash = token(at - 1).kind == Kind::minus;
  const bool is_first = before.kind == Kind::relation || before.kind == Kind::open;
  if (is_factor && (token(at - 1).space_before || is_first)) return true;
  const bool subtracts = is_dash && token(at - 1).space_before && token(at).space_before;
  const bool may_end = before.kind == Kind::word || before.kind == Kind::close ||
                       before.kind == Kind::number || before.kind == Kind::mark;
  return (is_sign(at - 1) && may_end) || (subtracts && before.kind == Kind::close);
}

/// "errors /": the line before, whatever text it is of, ends with a sign that wants an operand.
bool ChainEdges::is_operator_above(std::uint32_t at) const {
  if (at < 2 || token(at - 1).kind != Kind::stop || !token(at - 1).is_line_end) return false;
  return token(at - 2).kind == Kind::over || token(at - 2).kind == Kind::plus;
}

/// A sign of mathematics that is not known and glued to its operand: "∛(27 × 8)".
bool ChainEdges::is_function_before(std::uint32_t at) const {
  if (token(at - 1).kind != Kind::mark || token(at).space_before) return false;
  const std::string_view mark = text(at - 1);
  return mark >= "\xe2\x88\x80" && mark <= "\xe2\x8b\xbf";  // the block of operators
}

/// The bracket of a call, or behind a factor without a sign: "f(3 + 4)", "2(y − t)".
bool ChainEdges::is_called(std::uint32_t open) const {
  return open > begin_ && token(open).kind == Kind::open && !token(open).space_before &&
         (token(open - 1).kind == Kind::word || token(open - 1).kind == Kind::number);
}

}  // namespace reckon::arithmetic
