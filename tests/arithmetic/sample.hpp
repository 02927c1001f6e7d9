// SPDX-License-Identifier: MIT
// A text read up to some step of arithmetic, and what was read as a line of text, for tables in tests.
#pragma once

#include "arithmetic/compare.hpp"
#include "arithmetic/plain.hpp"

#include <fmt/format.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace reckon::arithmetic {

/// Plain text, its tokens and its chains.
struct Sample {
  explicit Sample(std::string_view text) : plain(plain_arithmetic(text)) {
    lex(plain.text, tokens);
    const auto end = static_cast<std::uint32_t>(tokens.tokens.size());
    chains = read_chains(tokens, 0, end, plain.text, nodes, arena);
  }

  [[nodiscard]] std::string_view text(const Token& token) const {
    return std::string_view(plain.text).substr(token.begin, token.end - token.begin);
  }
  /// The only chain; a text with more or fewer is a mistake of the test.
  [[nodiscard]] const Chain& chain() const {
    if (chains.size() != 1) throw std::runtime_error("not one chain in test: " + plain.text);
    return chains.front();
  }

  Plain plain;
  Tokens tokens;
  std::vector<Node> nodes;
  base::Arena arena;
  std::vector<Chain> chains;
};

/// "1500 /s", "~20 % ", "400..450 GB", "30+ nodes".
inline std::string show(const Figure& figure, std::string_view from_its_token) {
  std::string out = figure.approximate ? "~" : "";
  const double unit = figure.number;
  out += fmt::format("{:.10g}", unit);
  if (figure.is_range()) out += fmt::format("..{:.10g}", figure.high);
  if (figure.comparator == units::Comparator::at_least) out += "+";
  if (figure.has_unit() && figure.unit_begin > figure.begin)
    out += " " + std::string(from_its_token.substr(figure.unit_begin, figure.unit_end - figure.unit_begin));
  return out;
}

inline std::string show(const Sample& sample, const Node& node);

inline std::string operand(const Sample& sample, std::uint32_t index) {
  const Node& node = sample.nodes[index];
  const bool is_binary = row_of(node.operation).operands == 2 && row_of(node.operation).name.empty();
  return is_binary ? "(" + show(sample, node) + ")" : show(sample, node);
}

inline std::string show(const Sample& sample, const Node& node) {
  const OperationRow& row = row_of(node.operation);
  if (node.operation == Operation::figure) {
    const Token& token = sample.tokens.tokens[node.begin];
    return show(sample.tokens.figures[node.a], std::string_view(sample.plain.text).substr(token.begin));
  }
  if (node.operation == Operation::gap) return "_";
  if (node.operation == Operation::name) {
    const std::size_t begin = sample.tokens.tokens[node.begin].begin;
    return "<" + sample.plain.text.substr(begin, sample.tokens.tokens[node.end - 1].end - begin) + ">";
  }
  if (!row.name.empty()) {
    std::string out = std::string(row.name) + "(" + show(sample, sample.nodes[node.a]);
    if (row.operands == 2) out += ", " + show(sample, sample.nodes[node.b]);
    return out + ")";
  }
  if (row.operands == 1) return "-" + operand(sample, node.a);
  constexpr std::string_view signs = "+-*/^";
  const auto sign = static_cast<std::size_t>(node.operation) - static_cast<std::size_t>(Operation::add);
  return operand(sample, node.a) + " " + signs[sign] + " " + operand(sample, node.b);
}

inline std::string_view show(Joint joint) {
  switch (joint) {
    case Joint::equals:
      return "=";
    case Joint::about:
      return "≈";
    case Joint::arrow:
      return "→";
    case Joint::bound:
      return "bound";
    case Joint::colon:
      return ":";
    case Joint::bracket:
      return "()";
    case Joint::verb:
      return "is";
    case Joint::leap:
      return "so";
    case Joint::alternative:
      return "or";
    case Joint::words:
      return "words";
  }
  return "";
}

/// The joint, with a bound, a mark of approximation, and a rounding.
inline std::string show(const Link& link) {
  std::string out(show(link.joint));
  if (link.bound == units::Comparator::at_least) out = link.joint == Joint::bound ? "≥" : out + "≥";
  if (link.bound == units::Comparator::at_most) out = link.joint == Joint::bound ? "≤" : out + "≤";
  if (link.approximate && link.joint != Joint::about) out += "~";
  if (link.rounding == Rounding::up) out += "^";
  if (link.rounding == Rounding::down) out += "v";
  return out;
}

/// "36 * 90 B = 3.24 GB"; "<-" follows a result that stands first, "..." marks what is cut.
inline std::string show(const Sample& sample, const Chain& chain) {
  std::string out;
  for (std::size_t i = 0; i < chain.sides.size(); ++i) {
    if (i > 0) out += (chain.is_result_first && i == 1 ? " <- " : " " + show(chain.links[i - 1]) + " ");
    out += show(sample, sample.nodes[chain.sides[i].root]);
  }
  return chain.is_cut ? out + " ..." : out;
}

inline std::string show(const Sample& sample) {
  std::string out;
  for (const Chain& chain : sample.chains) out += (out.empty() ? "" : " ; ") + show(sample, chain);
  return out;
}

}  // namespace reckon::arithmetic
