// SPDX-License-Identifier: MIT
// What is asked of tokens and of a finished side, apart from parsing it.
#include "document/equation_expression.hpp"

#include <algorithm>
#include <cmath>

namespace reckon::document {

std::string_view Prepared::lower(std::size_t token) const {
  constexpr std::size_t longest_known_word = 32;
  const std::size_t length = std::min<std::size_t>(longest_known_word, at(token).end - at(token).begin);
  return std::string_view(plain.lower).substr(at(token).begin, length);
}

base::Span Prepared::span(std::size_t begin, std::size_t end) const {
  return text.span(plain.begin_of(begin), plain.end_of(end));
}

std::uint32_t Prepared::literals_in(std::size_t open) const {
  return tokens.before[at(open).index].literals - tokens.before[open].literals;
}
std::uint32_t Prepared::operators_in(std::size_t open) const {
  return tokens.before[at(open).index].operators - tokens.before[open].operators;
}
std::uint32_t Prepared::relations_in(std::size_t open) const {
  return tokens.before[at(open).index].relations - tokens.before[open].relations;
}

namespace {

/// The words from a token on in lower case, as many as the longest relation has.
std::string words_from(const Prepared& prepared, std::size_t first) {
  constexpr std::size_t longest_phrase = 4;
  std::string words;
  for (std::size_t i = first; i < std::min(prepared.size(), first + longest_phrase); ++i) {
    const Kind kind = prepared.at(i).kind;
    if (kind != Kind::word && kind != Kind::of && kind != Kind::at) break;
    if (!words.empty()) words += ' ';
    words += prepared.lower(i);
    if (words.back() == '.') words.pop_back();  // of an abbreviation
  }
  return words;
}

std::string_view without_point(std::string_view word) {
  return word.ends_with('.') ? word.substr(0, word.size() - 1) : word;
}

}  // namespace

std::optional<Phrase> phrase_at(const Prepared& prepared, std::size_t first) {
  if (first >= prepared.size() || !starts_relation(without_point(prepared.lower(first)))) return std::nullopt;
  return relation_phrase(words_from(prepared, first));
}

bool is_comment(const Prepared& prepared, std::size_t open) {
  if (prepared.at(open).index == 0) return false;
  if (prepared.literals_in(open) == 0) return true;
  return prepared.literals_in(open) == 1 && prepared.operators_in(open) == 0 &&
         prepared.relations_in(open) == 0;
}

std::size_t behind_trailing_words(const Prepared& prepared, std::size_t first) {
  constexpr std::size_t most_words = 7;
  std::size_t at = first;
  for (std::size_t words = 0; words < most_words; ++words) {
    const Token& token = prepared.at(at);
    if (token.kind == Kind::open) {
      if (!token.space_before || !is_comment(prepared, at)) return at;
      at = token.index + 1;
      continue;
    }
    if (token.kind != Kind::word) return at;
    if (ends_operand(prepared.lower(at)) || phrase_at(prepared, at)) return at;
    ++at;
  }
  return at;
}

namespace {

bool keeps_dimension(std::string_view function) {
  return function == "ceil" || function == "floor" || function == "round" || function == "min" ||
         function == "max" || function == "abs";
}

bool has_size_beside_bits(const formula::Formula& formula) {
  return std::any_of(formula.nodes.begin(), formula.nodes.end(), [](const formula::Node& node) {
    return node.operation == formula::Operation::literal && !says_bits(node.literal) &&
           node.literal.dimension.of(units::Axis::data) != 0;
  });
}

}  // namespace

bool says_bits(const units::Stated& stated) {
  return stated.unit_text == "bits" || stated.unit_text == "bit" || stated.unit_text == "b";
}

std::optional<units::Dimension> strict_dimension(const formula::Formula& formula) {
  const bool bits_convert = has_size_beside_bits(formula);
  std::vector<units::Dimension> of(formula.nodes.size());
  for (std::size_t i = 0; i < formula.nodes.size(); ++i) {
    const formula::Node& node = formula.nodes[i];
    const auto operand = [&](std::size_t which) { return of[node.operands[which]]; };
    switch (node.operation) {
      case formula::Operation::literal:
        if (!bits_convert || !says_bits(node.literal)) of[i] = node.literal.dimension.without_counts();
        break;
      case formula::Operation::negate:
        of[i] = operand(0);
        break;
      case formula::Operation::call:
        if (!keeps_dimension(node.text)) return std::nullopt;
        of[i] = operand(0);
        break;
      case formula::Operation::add:
      case formula::Operation::subtract:
        of[i] = operand(0);
        if (operand(0) != operand(1)) return std::nullopt;
        break;
      case formula::Operation::multiply:
        of[i] = operand(0) * operand(1);
        break;
      case formula::Operation::divide:
        of[i] = operand(0) / operand(1);
        break;
      case formula::Operation::power: {
        const double exponent = formula.nodes[node.operands[1]].literal.interval.value;
        if (operand(0).is_dimensionless()) break;
        if (exponent != std::round(exponent) || std::abs(exponent) > 4) return std::nullopt;
        of[i] = units::power(operand(0), static_cast<int>(exponent));
        break;
      }
      case formula::Operation::name:
      case formula::Operation::less:
      case formula::Operation::at_most:
      case formula::Operation::greater:
      case formula::Operation::at_least:
      case formula::Operation::equal:
      case formula::Operation::not_equal:
      case formula::Operation::logical_and:
      case formula::Operation::logical_or:
      case formula::Operation::logical_not:
        return std::nullopt;
    }
  }
  return of.back();
}

}  // namespace reckon::document
