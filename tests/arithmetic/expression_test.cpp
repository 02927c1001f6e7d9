// SPDX-License-Identifier: MIT
// One side of a calculation: precedence, brackets, nouns and remarks between operands.
#include "arithmetic/expression.hpp"

#include "arithmetic/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::arithmetic {
namespace {

/// The side that begins with the text, and behind a bar what it leaves.
std::string read_expression(std::string_view text, bool may_continue = false) {
  Sample sample(text);
  sample.nodes.clear();
  const auto end = static_cast<std::uint32_t>(sample.tokens.tokens.size() - 1);
  ExpressionReader reader(sample.tokens, end, sample.plain.text, sample.nodes);
  const auto side = reader.read(0, may_continue);
  if (!side) return "";
  std::string out = show(sample, sample.nodes[side->root]);
  if (side->end < end) out += " | " + sample.plain.text.substr(sample.tokens.tokens[side->end].begin);
  return out;
}

TEST_CASE("expressions are grouped as mathematics groups them") {
  struct Row {
    const char* text;
    const char* side;
  };
  const Row rows[] = {
      {"1 + 2 × 3", "1 + (2 * 3)"},          {"(1 + 2) × 3", "(1 + 2) * 3"},
      {"8 / 4 / 2", "(8 / 4) / 2"},          {"8 - 4 - 2", "(8 - 4) - 2"},
      {"100 × 1.4^5", "100 * (1.4 ^ 5)"},    {"5 × -3", "5 * -3"},
      {"3 times 4 plus 5", "(3 * 4) + 5"},   {"90 divided by 3", "90 / 3"},
      {"20% of 5,000", "20 % * 5000"},       {"half of 40 GB", "~0.5 * 40 GB"},
      {"1/6 of 900", "(1 / 6) * 900"},       {"ceil(5 / 0.7) × 2", "ceil(5 / 0.7) * 2"},
      {"max(3, 5, 4)", "max(max(3, 5), 4)"}, {"√144 × 2", "sqrt(144) * 2"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(read_expression(row.text) == row.side);
  }
}

TEST_CASE("nouns, articles and remarks may stand between an operand and its operator") {
  struct Row {
    const char* text;
    const char* side;
  };
  const Row rows[] = {
      {"9 nodes in the hot tier × 64 GB", "9 nodes * 64 GB"}, {"90 × 2 (in and out) × 365", "(90 * 2) * 365"},
      {"20 (10 permanent + 10 overflow) × 5", "20 * 5"},      {"5 × about 3", "5 * 3"},
      {"(12 nodes in the hot tier) × 3", "12 nodes * 3"},     {"4 GB, plus 2 GB", "4 GB + 2 GB"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(read_expression(row.text) == row.side);
  }
}

TEST_CASE("a side ends before what does not continue it") {
  CHECK(read_expression("5 × 3 = 15") == "5 * 3 | = 15");
  CHECK(read_expression("5 × 3 and more") == "5 * 3 | and more");
  CHECK(read_expression("5 -3") == "5 | -3");
  CHECK(read_expression("5, 6") == "5 | , 6");
  CHECK(read_expression("5 ×") == "5 | *");
}

TEST_CASE("words in front of an operator stand for a number") {
  CHECK(read_expression("QPS × 3") == "<QPS> * 3");
  CHECK(read_expression("5 × QPS") == "5 * <QPS>");
  CHECK(read_expression("f(5)").empty());
}

TEST_CASE("a missing first operand is a gap, where one may be missing") {
  CHECK(read_expression("× 3 copies", true) == "_ * 3 copies");
  CHECK(read_expression("/ 0.6", true) == "_ / 0.6");
  CHECK(read_expression("× 3 copies", false).empty());
}

TEST_CASE("brackets are closed, or the side does not hold them") {
  CHECK(read_expression("(5 × 3").empty());
  CHECK(read_expression("(5 × 3 = 15)").empty());
  CHECK(read_expression(std::string(20, '(') + "5" + std::string(20, ')')) == "5");
  CHECK(read_expression(std::string(200, '(') + "5" + std::string(200, ')')).empty());
}

TEST_CASE("a power of a power is taken from the right") {
  CHECK(read_expression("2^3^2") == "2 ^ 9");
  CHECK(read_expression("5^3^2") == "5 ^ 9");
}

}  // namespace
}  // namespace reckon::arithmetic
