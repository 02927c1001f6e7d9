// SPDX-License-Identifier: MIT
// Any text as arithmetic: plain spelling, tokens, chains, and every reading of what they come to. Nothing
// crashes, every place lies inside the text, expressions are whole, and no outcome is out of range.
#include "arithmetic/compare.hpp"
#include "arithmetic/evaluate.hpp"
#include "arithmetic/plain.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace reckon::arithmetic;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_places(const PlainView& plain, std::size_t size) {
  std::size_t last = 0;
  for (std::size_t at = 0; at < plain.text.size(); ++at) {
    const std::size_t begin = plain.begin_of(at);
    const std::size_t end = plain.end_of(at + 1);
    require(last <= begin && begin <= end && end <= size);
    last = begin;
  }
}

void check_tokens(const Tokens& tokens, std::size_t size) {
  std::size_t last = 0;
  std::size_t figures = 0;
  for (const Token& token : tokens.tokens) {
    require(last <= token.begin && token.begin <= token.end && token.end <= size);
    last = token.end;
    if (token.kind == Kind::number) require(token.index == figures++);
  }
  require(figures == tokens.figures.size() && tokens.tokens.back().kind == Kind::stop);
  for (const Figure& figure : tokens.figures) {
    require(figure.begin < figure.number_end);
    require(figure.unit_begin <= figure.unit_end && figure.unit_end <= figure.end && figure.end <= size);
    require(figure.first_reading + figure.reading_count <= tokens.readings.size());
    require(!std::isnan(figure.number) && figure.digits > 0);
  }
}

void check_side(const Tokens& tokens, const std::vector<Node>& nodes, const Side& side) {
  require(side.begin < side.end && side.end <= tokens.tokens.size());
  require(side.first_node <= side.root && side.root < nodes.size());
  for (std::uint32_t i = side.first_node; i <= side.root; ++i) {
    const std::uint8_t operands = row_of(nodes[i].operation).operands;
    if (operands > 0) require(side.first_node <= nodes[i].a && nodes[i].a < i);
    if (operands > 1) require(side.first_node <= nodes[i].b && nodes[i].b < i);
    if (nodes[i].operation == Operation::figure) require(nodes[i].a < tokens.figures.size());
  }
}

std::vector<Outcome> evaluate(const Tokens& tokens, const std::vector<Node>& nodes, const Side& side,
                              const Surroundings& around) {
  std::vector<Outcome> out = outcomes(tokens, nodes, side, around, {});
  for (const Outcome& outcome : out) require(std::isfinite(outcome.value) && outcome.cost >= 0.0F);
  return out;
}

void check_chain(const Tokens& tokens, const std::vector<Node>& nodes, const Chain& chain) {
  require(chain.links.size() + 1 == chain.sides.size());
  require(chain.label_begin <= chain.label_end);
  Surroundings around;
  for (const Side& side : chain.sides) {
    check_side(tokens, nodes, side);
    look_around(tokens, nodes, side, around);
  }
  for (std::size_t i = 0; i < chain.links.size(); ++i) {
    const auto values = evaluate(tokens, nodes, chain.sides[i], around);
    const Node& stated = nodes[chain.sides[i + 1].root];
    if (values.empty() || stated.operation != Operation::figure) continue;
    Said said;
    said.link = chain.links[i];
    const Comparison comparison = compare(tokens, values, tokens.figures[stated.a], said, around);
    require(!comparison.holds || comparison.comparable);
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Plain plain = plain_arithmetic(std::string_view(reinterpret_cast<const char*>(data), size));
  check_places(plain.view(), size);
  Tokens tokens;
  lex(plain.text, tokens);
  check_tokens(tokens, plain.text.size());
  std::vector<Node> nodes;
  const auto end = static_cast<std::uint32_t>(tokens.tokens.size());
  reckon::base::Arena arena;
  for (const Chain& chain : read_chains(tokens, 0, end, plain.text, nodes, arena))
    check_chain(tokens, nodes, chain);
  return 0;
}
