// SPDX-License-Identifier: MIT
#include "document/equation_spoken.hpp"

#include "document/equation_belongs.hpp"
#include "document/equation_relation.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace reckon::document {
namespace {

template <std::size_t Count>
bool contains(const std::array<std::string_view, Count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 7> replication_words{"replication", "rf",         "replicas", "copies",
                                                            "replicated",  "redundancy", "way"};
/// In front of the first of two quantities that are about to be multiplied.
constexpr std::array<std::string_view, 7> opening_words{"at",  "with", "given", "assuming",
                                                        "for", "if",   "having"};
/// Between the two.
constexpr std::array<std::string_view, 12> joining_words{
    "and", "each", "at", "of", "with", "about", "taking", "takes", "weighing", "around", "averaging", "a"};

std::string_view word_at(const Prepared& prepared, std::size_t at) {
  return at < prepared.size() && prepared.at(at).kind == Kind::word ? prepared.lower(at) : std::string_view{};
}

bool is_factor(const units::Stated& stated) {
  constexpr double most_copies = 20.0;
  const bool counts = stated.dimension.without_counts().is_dimensionless() && stated.unit.factor >= 0.99;
  return counts && stated.number >= 1.0 && stated.number <= most_copies;
}

/// "and", ", each", "at": the token of the second quantity, not far behind the first.
std::optional<std::size_t> second_quantity(const Prepared& prepared, std::size_t from) {
  constexpr std::size_t furthest = 10;
  bool joined = false;
  for (std::size_t at = from; at < std::min(from + furthest, prepared.size()); ++at) {
    const Token& token = prepared.at(at);
    if (token.kind == Kind::literal) return joined ? std::optional(at) : std::nullopt;
    if (token.kind == Kind::at) {
      joined = true;
    } else if (token.kind == Kind::word) {
      const std::string_view word = prepared.lower(at);
      if (word == "and" || word == "each" || word == "at") joined = true;
      if (phrase_at(prepared, at) && !contains(joining_words, word)) return std::nullopt;
      if (ends_operand(word) && !contains(joining_words, word)) return std::nullopt;
    } else if (token.kind != Kind::comma && token.kind != Kind::of) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

/// "each", "apiece" or "per ..." behind a quantity.
bool is_for_each(const Prepared& prepared, const Expression& quantity) {
  if (quantity.formula.root().literal.unit_text.find("per ") != std::string::npos) return true;
  for (std::size_t at = quantity.next; at < std::min(quantity.next + 4, prepared.size()); ++at) {
    const std::string_view word = word_at(prepared, at);
    if (word == "each" || word == "apiece" || word == "per") return true;
  }
  return false;
}

/// "the 1,800 orders per second from above", "... above".
std::size_t behind_reference(const Prepared& prepared, std::size_t from) {
  if (word_at(prepared, from) == "from" && word_at(prepared, from + 1) == "above") return from + 2;
  return word_at(prepared, from) == "above" ? from + 1 : from;
}

Expression product_of(const Prepared& prepared, const Expression& left, const Expression& right) {
  Expression out = left;
  const auto offset = static_cast<std::uint32_t>(out.formula.nodes.size());
  for (const formula::Node& node : right.formula.nodes) out.formula.nodes.push_back(node);
  for (Placed placed : right.literals) {
    placed.node += offset;
    out.literals.push_back(placed);
  }
  formula::Node times;
  times.operation = formula::Operation::multiply;
  times.operands = {offset - 1, offset + static_cast<std::uint32_t>(right.formula.nodes.size()) - 1};
  times.span = prepared.span(left.begin, right.end);
  times.operator_span = prepared.span(left.end, right.begin);
  out.formula.nodes.push_back(std::move(times));
  out.next = right.next;
  out.end = right.end;
  return out;
}

}  // namespace

std::optional<std::size_t> replication_factor(const Prepared& prepared, std::size_t from) {
  constexpr std::size_t longest_phrase = 6;
  const bool is_at = prepared.at(from).kind == Kind::at;
  const std::string_view starts = word_at(prepared, from);
  if (!is_at && starts != "with" && starts != "at" && starts != "replicated" && starts != "and")
    return std::nullopt;
  bool replicates = false;
  std::optional<std::size_t> factor;
  for (std::size_t at = from; at < std::min(from + longest_phrase, prepared.size()); ++at) {
    const Token& token = prepared.at(at);
    if (token.kind == Kind::word) {
      const bool says_so = contains(replication_words, word_at(prepared, at));
      if (factor && !says_so) break;
      replicates = replicates || says_so;
    } else if (token.kind == Kind::literal && !factor) {
      factor = at;
    } else if (token.kind == Kind::relation) {
      const bool assigns = !factor && at > from && contains(replication_words, word_at(prepared, at - 1));
      if (!assigns) break;  // in "RF=3" the sign belongs to the name
    } else if (token.kind != Kind::open && token.kind != Kind::close && !(is_at && at == from)) {
      break;
    }
  }
  const bool multiplies =
      replicates && factor && is_factor(prepared.tokens.literals[prepared.at(*factor).index].stated);
  return multiplies ? factor : std::nullopt;
}

std::optional<std::size_t> surcharge_in_words(const Prepared& prepared, std::size_t from) {
  if (prepared.at(from).kind != Kind::comma || word_at(prepared, from + 1) != "add") return std::nullopt;
  const std::size_t rate = from + 2;
  if (rate >= prepared.size() || prepared.at(rate).kind != Kind::literal) return std::nullopt;
  const units::Stated& stated = prepared.tokens.literals[prepared.at(rate).index].stated;
  return stated.unit.factor == 0.01 ? std::optional(rate) : std::nullopt;
}

std::optional<Expression> downtime_over(const Prepared& prepared, const Expression& left) {
  if (!is_availability(left.formula)) return std::nullopt;
  const std::string_view word = word_at(prepared, left.next);
  if (word != "over" && word != "in" && word != "during" && word != "within") return std::nullopt;
  const auto time = parse_expression(prepared, left.next + 1);
  if (!time || has_operator(time->formula) ||
      time->formula.root().literal.dimension != units::axis(units::Axis::time))
    return std::nullopt;
  const auto joint = read_joint(prepared, time->next);
  const auto result = joint ? parse_expression(prepared, joint->next) : std::nullopt;
  if (!result || has_operator(result->formula) ||
      result->formula.root().literal.dimension != units::axis(units::Axis::time))
    return std::nullopt;
  Expression product = product_of(prepared, left, *time);
  units::Stated& share = product.formula.nodes.front().literal;
  share.interval = units::exactly(1.0 - share.interval.value);
  share.number = share.interval.value;
  share.unit = {};
  return product;
}

std::size_t behind_filling_words(const Prepared& prepared, std::size_t from) {
  constexpr std::array<std::string_view, 9> filling{"the",  "an",  "a",   "average", "mean",
                                                    "peak", "our", "its", "daily"};
  constexpr std::size_t most_words = 4;
  std::size_t at = from;
  while (at < from + most_words && at < prepared.size() &&
         (contains(filling, word_at(prepared, at)) || (at > from && prepared.at(at).kind == Kind::of)))
    ++at;
  return at != from && at < prepared.size() && prepared.at(at).kind == Kind::literal ? at : from;
}

std::size_t behind_replication(const Prepared& prepared, std::size_t from) {
  while (prepared.at(from).kind == Kind::close || contains(replication_words, word_at(prepared, from)))
    ++from;
  return from;
}

std::optional<Expression> spoken_product(const Prepared& prepared, const Expression& left) {
  if (has_operator(left.formula)) return std::nullopt;
  const bool opens = left.first > 0 && (prepared.at(left.first - 1).kind == Kind::at ||
                                        contains(opening_words, word_at(prepared, left.first - 1)));
  // "30,000 sensors, each read every 20 s"
  std::size_t comma = left.next;
  while (comma < left.next + 3 && prepared.at(comma).kind == Kind::word) ++comma;
  const bool each_follows = prepared.at(comma).kind == Kind::comma && word_at(prepared, comma + 1) == "each";
  if (!opens && !each_follows) return std::nullopt;
  const auto second = second_quantity(prepared, left.next);
  if (!second) return std::nullopt;
  const auto right = parse_expression(prepared, *second);
  if (!right || has_operator(right->formula)) return std::nullopt;
  Expression product = product_of(prepared, left, *right);
  if (word_at(prepared, *second - 1) == "every")
    product.formula.nodes.back().operation = formula::Operation::divide;
  const auto joint = read_joint(prepared, behind_reference(prepared, right->next));
  if (!joint || joint->sign < Sign::verb || joint->sign == Sign::offered) return std::nullopt;
  const auto result = parse_expression(prepared, joint->next);
  if (!result || has_operator(result->formula)) return std::nullopt;
  const auto made = strict_dimension(product.formula);
  const auto stated = strict_dimension(result->formula);
  if (!made || !stated || *made != *stated) return std::nullopt;
  if (made->is_dimensionless() && !is_for_each(prepared, *right)) return std::nullopt;
  product.next = behind_reference(prepared, right->next);
  return product;
}

}  // namespace reckon::document
