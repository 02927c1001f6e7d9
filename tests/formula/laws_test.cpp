// SPDX-License-Identifier: MIT
// Laws over random formulas that are sound by construction; their dimension is worked out beside the text.
#include "formula/print.hpp"
#include "support.hpp"

#include <rapidcheck.h>

#include <array>

namespace reckon::formula {
namespace {

using test::Bench;

struct Random {
  std::string text;
  units::Dimension dimension;
};

constexpr std::string_view law_names =
    "rate request/s; fleet.cpu us*core/request; use 1; size B; cores core; zero 1";
const std::vector<double> scope_values{100000.0, 5e-5, 0.7, 1e9, 8.0, 0.0};

constexpr std::array<std::string_view, 16> leaves{
    "rate",     "fleet.cpu", "use",  "size",  "cores", "zero",        "5 s",        "2 KB",
    "1.5e-3 s", "100,000",   "70 %", "$3/GB", "core",  "1.5 req/min", "2^10 bytes", "4 ms*core/request"};

units::Dimension dimension_of_leaf(std::string_view leaf) {
  static constexpr std::array<std::string_view, leaves.size()> units{
      "request/s", "s*core/request", "1",         "B", "core",          "1", "s", "B", "s", "1", "1",
      "USD/B",     "core",           "request/s", "B", "s*core/request"};
  const auto index = static_cast<std::size_t>(std::find(leaves.begin(), leaves.end(), leaf) - leaves.begin());
  return test::dimension_of_unit(units[index]);
}

std::string enclosed(const Random& formula) {
  return '(' + formula.text + ')';
}

Random random_formula(int depth) {
  const int kind = depth == 0 ? 0 : *rc::gen::inRange(0, 10);
  if (kind == 0) {
    const auto leaf = std::string(*rc::gen::elementOf(leaves));
    return {leaf, dimension_of_leaf(leaf)};
  }
  const Random a = random_formula(depth - 1);
  switch (kind) {
    case 1: {
      const Random b = random_formula(depth - 1);
      return {enclosed(a) + "*" + enclosed(b), a.dimension * b.dimension};
    }
    case 2: {
      const Random b = random_formula(depth - 1);
      return {enclosed(a) + " / " + enclosed(b), a.dimension / b.dimension};
    }
    case 3:
      return {enclosed(a) + " + " + enclosed(a) + " * 2", a.dimension};
    case 4:
      return {"2 * " + enclosed(a) + " - " + enclosed(a), a.dimension};
    case 5:
      return {"-" + enclosed(a), a.dimension};
    case 6:
      return {enclosed(a) + "^2", units::power(a.dimension, 2)};
    case 7:
      return {"max(" + a.text + ", " + enclosed(a) + " / 3)", a.dimension};
    case 8:
      return {"if(" + enclosed(a) + " > 0 and not use == 1, " + a.text + ", -" + enclosed(a) + ")",
              a.dimension};
    default:
      return {enclosed(a) + " ÷ " + enclosed(a) + "^-1", units::power(a.dimension, 2)};
  }
}

/// The outcome as something that compares: failures are equal to each other.
std::optional<double> outcome(const Formula& formula) {
  const Value value = evaluate(formula, scope_values);
  return value.failure ? std::nullopt : std::optional(value.number);
}

}  // namespace

TEST_CASE("a printed formula parses back to itself") {
  CHECK(rc::check([] {
    Bench bench(law_names);
    const Formula formula = bench.must_parse(random_formula(4).text);
    const Formula again = bench.must_parse(print(formula));
    RC_ASSERT(test::same(again, formula));
    RC_ASSERT(print(again) == print(formula));
  }));
}

TEST_CASE("the inferred dimension is that of the dimensions' own algebra") {
  CHECK(rc::check([] {
    Bench bench(law_names);
    const Random formula = random_formula(4);
    RC_ASSERT(bench.dimension(formula.text) == formula.dimension);
  }));
}

TEST_CASE("a printed formula has the same value, bit for bit") {
  CHECK(rc::check([] {
    Bench bench(law_names);
    const Formula formula = bench.must_parse(random_formula(4).text);
    RC_ASSERT(outcome(bench.must_parse(print(formula))) == outcome(formula));
  }));
}

TEST_CASE("sums and products commute") {
  CHECK(rc::check([] {
    Bench bench(law_names);
    const Random a = random_formula(3);
    const Random b = random_formula(3);
    RC_ASSERT(outcome(bench.sound(enclosed(a) + " * " + enclosed(b))) ==
              outcome(bench.sound(enclosed(b) + " * " + enclosed(a))));
    const std::string twice = enclosed(a) + " * 2";
    RC_ASSERT(outcome(bench.sound(enclosed(a) + " + " + twice)) ==
              outcome(bench.sound(twice + " + " + enclosed(a))));
  }));
}

TEST_CASE("adding what has another dimension is refused from both sides") {
  CHECK(rc::check([] {
    Bench bench(law_names);
    const Random a = random_formula(2);
    const Random b = random_formula(2);
    RC_PRE(!(a.dimension == b.dimension));
    for (const std::string& text : {enclosed(a) + " + " + enclosed(b), enclosed(b) + " + " + enclosed(a)}) {
      const Formula formula = bench.must_parse(text);
      const bool zero = formula.nodes[formula.root().operands[0]].literal.number == 0.0;
      RC_ASSERT(zero || check_dimensions(formula, bench.scope()).problems.size() == 1);
    }
  }));
}

}  // namespace reckon::formula
