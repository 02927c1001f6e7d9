// SPDX-License-Identifier: MIT
#include "arithmetic/expression.hpp"

#include "arithmetic/expression_words.hpp"

#include <algorithm>

namespace reckon::arithmetic {
namespace {

constexpr int deepest = 32;
constexpr std::uint32_t most_noun_words = 7;
constexpr std::uint32_t most_fillers = 3;
constexpr std::uint32_t most_name_words = 5;
constexpr std::uint32_t most_label_words = 4;
constexpr std::uint8_t most_operators = 200;
/// In tokens; it bounds the work at each bracket.
constexpr std::uint32_t longest_bracket = 400;

}  // namespace

std::uint32_t ExpressionReader::add(const Node& node) {
  nodes_.push_back(node);
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

std::uint32_t ExpressionReader::closing(std::uint32_t at) const {
  int open = 0;
  const std::uint32_t last = std::min(end_, at + longest_bracket);
  for (std::uint32_t i = at; i < last; ++i) {
    if (token(i).kind == Kind::open) ++open;
    if (token(i).kind == Kind::close && --open == 0) return i;
    if (token(i).kind == Kind::stop && token(i).is_line_end) break;
  }
  return end_;
}

std::uint32_t ExpressionReader::behind_remark(std::uint32_t at) const {
  if (at >= end_ || token(at).kind != Kind::open) return at;
  const std::uint32_t close = closing(at);
  if (close == end_) return at;
  const bool has_number = std::any_of(tokens_.tokens.begin() + at, tokens_.tokens.begin() + close,
                                      [](const Token& inside) { return inside.kind == Kind::number; });
  return has_number ? at : close + 1;
}

bool ExpressionReader::starts_operand(std::uint32_t at) const {
  if (at >= end_) return false;
  const Token& here = token(at);
  if (here.kind == Kind::number) return true;
  if (here.kind == Kind::open)
    return starts_operand(at + 1) || (at + 1 < end_ && token(at + 1).kind == Kind::minus);
  const bool is_function = (here.kind == Kind::word || here.kind == Kind::mark) && at + 1 < end_ &&
                           operation_named(text(at)) &&
                           (token(at + 1).kind == Kind::open || here.kind == Kind::mark);
  return is_function;
}

std::optional<Side> ExpressionReader::read(std::uint32_t at, bool may_continue) {
  const std::size_t before = nodes_.size();
  side_ = Side{};
  remarks_.clear();
  side_.begin = at;
  side_.first_node = static_cast<std::uint32_t>(before);
  std::uint32_t here = at;
  const auto root = [&]() -> std::optional<std::uint32_t> {
    if (may_continue) {
      const auto leading = operator_at(at, false);
      const bool scales =
          leading && (leading->operation == Operation::multiply || leading->operation == Operation::divide ||
                      (leading->operation == Operation::add && token(at).kind == Kind::plus));
      if (scales && starts_operand(leading->behind)) {
        side_.has_gap = true;
        add({Operation::gap, false, 0, 0, at, at});
        return binary(here, 1, 0);
      }
    }
    return binary(here, 1, 0);
  }();
  if (!root || here == at) {
    nodes_.resize(before);
    return std::nullopt;
  }
  side_.root = *root;
  side_.end = here;
  return side_;
}

std::optional<std::uint32_t> ExpressionReader::binary(std::uint32_t& at, int least_precedence, int depth) {
  if (depth > deepest) return std::nullopt;
  const bool continues = side_.has_gap && depth == 0 && nodes_.size() == side_.first_node + 1U;
  std::optional<std::uint32_t> left = continues ? std::optional(side_.first_node) : operand(at, depth);
  if (!left) return std::nullopt;
  while (side_.operators < most_operators) {
    const auto next = next_operator(at, is_percentage(*left));
    if (!next || next->precedence < least_precedence) break;
    std::uint32_t behind = next->behind;
    const std::uint8_t operators = side_.operators;
    const std::size_t size = nodes_.size();
    ++side_.operators;
    // A power associates to the right, everything else to the left.
    const int inner = next->operation == Operation::power ? next->precedence : next->precedence + 1;
    const auto right = binary(behind, inner, depth + 1);
    if (!right) {
      side_.operators = operators;
      nodes_.resize(size);
      break;
    }
    left = add({next->operation, next->of, *left, *right, nodes_[*left].begin, behind});
    at = behind;
  }
  return left;
}

std::optional<std::uint32_t> ExpressionReader::operand(std::uint32_t& at, int depth) {
  if (at >= end_ || depth > deepest) return std::nullopt;
  const Token& here = token(at);
  if (here.kind == Kind::number) {
    // "10× slower than level 3": a number that belongs to a name is no factor.
    if (at != side_.begin && tokens_.figures[here.index].name) return std::nullopt;
    const std::uint32_t node = add({Operation::figure, false, here.index, 0, at, at + 1});
    ++at;
    return node;
  }
  if (here.kind == Kind::minus || (here.kind == Kind::relation && here.sign == Sign::tilde)) {
    const bool negates = here.kind == Kind::minus;
    std::uint32_t behind = at + 1;
    const auto inner = operand(behind, depth + 1);
    if (!inner) return std::nullopt;
    const std::uint32_t begin = at;
    at = behind;
    return negates ? add({Operation::negate, false, *inner, 0, begin, behind}) : inner;
  }
  if (here.kind == Kind::open) return lists_one(at) ? std::nullopt : bracket(at, depth);
  if (starts_operand(at)) return function(at, depth);
  if (at != side_.begin && behind_label(at) != at) {
    at = behind_label(at);
    return operand(at, depth + 1);
  }
  return name(at);
}

/// "8 ms + fraud score 22 ms", "40 TB × replication factor 3": words that name the number right behind them;
/// `at` where there is no such number, or where more than it may be meant: "data 8 GB + index 3 M × 24 B",
/// "vCPU 8 · nodes 3".
std::uint32_t ExpressionReader::behind_label(std::uint32_t at) const {
  if (text(at - 1) == "\xc2\xb7") return at;
  if (text(at) == "log" || operation_named(text(at))) return at;  // "× log 100K"
  std::uint32_t end = at;
  while (end < end_ && end - at < most_label_words && token(end).kind == Kind::word &&
         (token(end).role == Role::content || token(end).role == Role::article ||
          token(end).role == Role::of || (end > at && token(end).role == Role::conjunction)))
    ++end;
  const bool names = end < end_ && token(end).kind == Kind::number;
  const bool goes_on =
      end + 1 < end_ && (token(end + 1).kind == Kind::times || token(end + 1).kind == Kind::over);
  return names && !goes_on ? end : at;
}

std::optional<std::uint32_t> ExpressionReader::function(std::uint32_t& at, int depth) {
  const Operation operation = *operation_named(text(at));
  std::uint32_t behind = at + 1;
  const std::uint32_t begin = at;
  const bool is_list = operation == Operation::most || operation == Operation::least;
  if (!is_list) {
    const bool has_bracket = behind < end_ && token(behind).kind == Kind::open;
    const auto inner = has_bracket ? bracket(behind, depth + 1) : operand(behind, depth + 1);
    if (!inner) return std::nullopt;
    ++side_.operators;
    at = behind;
    return add({operation, false, *inner, 0, begin, behind});
  }
  const std::uint32_t close = closing(behind);
  if (close == end_ || token(behind).kind != Kind::open) return std::nullopt;
  ++behind;
  // "min(factors of 2, factors of 5)": of two numbers that words name the smaller says nothing.
  if (behind_label(behind) != behind) return std::nullopt;
  auto result = binary(behind, 1, depth + 1);
  bool is_alone = true;
  while (result && behind < close && token(behind).kind == Kind::comma) {
    is_alone = false;
    ++behind;
    const auto next = binary(behind, 1, depth + 1);
    if (!next) return std::nullopt;
    result = add({operation, false, *result, *next, begin, behind});
  }
  // "max(16,200/32)": nobody takes the larger of one number; the comma that was read as part of it parts two.
  if (!result || behind != close || is_alone) return std::nullopt;
  ++side_.operators;
  at = close + 1;
  return result;
}

/// "[0] * 3", "{2}": a list of one, an index, a placeholder.
bool ExpressionReader::lists_one(std::uint32_t open) const {
  const bool is_alone =
      open + 2 < end_ && token(open + 1).kind == Kind::number && token(open + 2).kind == Kind::close;
  return is_alone && text(open) != "(";
}

std::optional<std::uint32_t> ExpressionReader::bracket(std::uint32_t& at, int depth) {
  const std::uint32_t close = closing(at);
  if (close == end_ || depth > deepest) return std::nullopt;
  std::uint32_t behind = at + 1;
  const auto inner = binary(behind, 1, depth + 1);
  if (!inner) return std::nullopt;
  // Nouns may trail inside: "(12 nodes in the hot tier)".
  while (behind < close && may_trail(token(behind))) ++behind;
  if (behind != close) return std::nullopt;
  at = close + 1;
  return inner;
}

/// Words in front of an operator sign stand for a number: "QPS × 3".
std::optional<std::uint32_t> ExpressionReader::name(std::uint32_t& at) {
  std::uint32_t end = at;
  while (end < end_ && end - at < most_name_words && token(end).kind == Kind::word &&
         (token(end).role == Role::content || (end > at && token(end).role == Role::of) ||
          token(end).role == Role::article || token(end).role == Role::total))
    ++end;
  if (end == at) return std::nullopt;
  const bool is_called = end < end_ && token(end).kind == Kind::open && !token(end).space_before;
  if (is_called) return std::nullopt;
  side_.has_name = true;
  const std::uint32_t node = add({Operation::name, false, 0, 0, at, end});
  at = end;
  return node;
}

bool ExpressionReader::is_percentage(std::uint32_t node) const {
  const Node& here = nodes_[node];
  if (here.operation == Operation::divide && nodes_[here.a].operation == Operation::figure &&
      nodes_[here.b].operation == Operation::figure) {  // "1/6 of 900"
    const Figure& top = tokens_.figures[nodes_[here.a].a];
    const Figure& bottom = tokens_.figures[nodes_[here.b].a];
    return top.whole && bottom.whole && !bottom.has_unit() && top.number < bottom.number &&
           bottom.number < 100.0;
  }
  if (here.operation != Operation::figure) return false;
  const Figure& figure = tokens_.figures[nodes_[node].a];
  const bool is_share = figure.spelled && figure.number < 1.0;
  return figure.is_percent() || is_share;
}

/// A dash between two operands: spaces on both sides, or on none. "Section 3 - ..." parts a heading.
bool ExpressionReader::subtracts(std::uint32_t at) const {
  if (at + 1 >= end_) return false;
  const Token& next = token(at + 1);
  if (at > 0 && token(at - 1).kind == Kind::number && tokens_.figures[token(at - 1).index].name) return false;
  const bool even = token(at).space_before == next.space_before;
  return even && (next.kind == Kind::number || next.kind == Kind::open);
}

std::uint32_t ExpressionReader::skip_fillers(std::uint32_t at) const {
  std::uint32_t end = at;
  while (end < end_ && end - at < most_fillers && is_filler(token(end))) ++end;
  if (end < end_ && token(end).kind == Kind::relation && token(end).sign == Sign::tilde) ++end;
  return starts_operand(end) ? end : at;
}

std::optional<ExpressionReader::Operator> ExpressionReader::operator_at(std::uint32_t at,
                                                                        bool behind_percentage) const {
  if (at >= end_) return std::nullopt;
  const Token& here = token(at);
  const std::uint32_t behind = skip_fillers(at + 1);
  switch (here.kind) {
    case Kind::times:
      return Operator{Operation::multiply, at, behind, 2, false};
    case Kind::over:
      return Operator{Operation::divide, at, behind, 2, false};
    case Kind::power:
      return Operator{Operation::power, at, behind, 3, false};
    case Kind::plus:
      return Operator{Operation::add, at, behind, 1, false};
    case Kind::minus:
      if (subtracts(at)) return Operator{Operation::subtract, at, behind, 1, false};
      return std::nullopt;
    case Kind::word:
      break;
    case Kind::number:
    case Kind::open:
    case Kind::close:
    case Kind::relation:
    case Kind::comma:
    case Kind::colon:
    case Kind::semicolon:
    case Kind::stop:
    case Kind::mark:
      return std::nullopt;
  }
  // Words need an operand at once.
  if (!starts_operand(behind)) return std::nullopt;
  if (here.role == Role::times) return Operator{Operation::multiply, at, behind, 2, false};
  if (here.role == Role::over) return Operator{Operation::divide, at, behind, 2, false};
  if (here.role == Role::plus) return Operator{Operation::add, at, behind, 1, false};
  if (here.role == Role::minus) return Operator{Operation::subtract, at, behind, 1, false};
  if (here.role == Role::of && behind_percentage) return Operator{Operation::multiply, at, behind, 2, true};
  return std::nullopt;
}

bool ExpressionReader::has_unit_behind(std::uint32_t at) const {
  if (token(at).kind != Kind::number) return false;
  const Figure& figure = tokens_.figures[token(at).index];
  return figure.has_unit() && figure.unit_begin >= figure.number_end;
}

bool ExpressionReader::is_factor_without_sign(std::uint32_t open) const {
  return !token(open).space_before && token(open - 1).kind == Kind::number &&
         !tokens_.figures[token(open - 1).index].has_unit();
}

/// The operator behind an operand, past its noun and remarks in brackets.
std::optional<ExpressionReader::Operator> ExpressionReader::next_operator(std::uint32_t at,
                                                                          bool behind_percentage) {
  std::uint32_t here = at;
  std::uint32_t words = 0;
  while (here < end_) {
    if (const auto found = operator_at(here, behind_percentage)) {
      // Far behind its operand a dash or a slash of prose is no operator.
      const bool is_shy = found->operation == Operation::subtract || found->operation == Operation::divide;
      if (words > 0 && is_shy && !starts_operand(found->behind)) return std::nullopt;
      // "0.51 pass^8", "3x^2": what is raised is the word.
      const bool raises_unit = found->operation == Operation::power && (words > 0 || has_unit_behind(at - 1));
      return raises_unit ? std::nullopt : found;
    }
    if (token(here).kind == Kind::comma) {
      const auto behind_comma = operator_at(here + 1, false);
      const bool is_said = behind_comma && token(here + 1).kind == Kind::word;
      return is_said ? behind_comma : std::nullopt;
    }
    if (token(here).kind == Kind::open) {
      if (is_factor_without_sign(here)) return std::nullopt;
      const std::uint32_t close = closing(here);
      // "20 (10 permanent + 10 overflow) × 5": what explains an operand is no factor.
      if (close == end_ || !operator_at(close + 1, false)) return std::nullopt;
      if (behind_remark(here) == here) remarks_.push_back(here);
      here = close + 1;
      continue;
    }
    if (!may_trail(token(here)) || is_symbol(token(here), text(here)) || starts_operand(here) ||
        ++words > most_noun_words)
      return std::nullopt;
    behind_percentage = behind_percentage && words == 0;
    ++here;
  }
  return std::nullopt;
}

}  // namespace reckon::arithmetic
