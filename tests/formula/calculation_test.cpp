// SPDX-License-Identifier: MIT
// What can be done to a calculation over literals: cut it, evaluate it, let its numbers roam.
#include "formula/calculation.hpp"

#include "formula/parse.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>

namespace reckon::formula {
namespace {

Calculation parsed(const std::string& text) {
  base::Sources sources;
  const auto source = sources.add("formula", text);
  const auto formula = parse(sources, sources.whole(source), {{}, true});
  if (!formula) throw std::runtime_error("no formula in test: " + text);
  return calculation_of(*formula);
}

TEST_CASE("a slice is the sub-calculation that ends in a node") {
  const Calculation whole = parsed("(2 + 3) * 4");
  const auto& nodes = whole.formula.nodes;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].operation == Operation::add) CHECK(value_of(slice(whole.formula, i)).value() == 5.0);
  }
  CHECK(value_of(slice(whole.formula, static_cast<std::uint32_t>(nodes.size() - 1))).value() == 20.0);
}

TEST_CASE("raw numbers forget their units but not that a per cent is a hundredth") {
  CHECK(value_of(with_raw_numbers(parsed("100000 request/s / 50 us").formula)).value() == Approx(2000.0));
  CHECK(value_of(with_raw_numbers(parsed("5 / 50 %").formula)).value() == Approx(10.0));
}

TEST_CASE("a calculation that divides by zero has no value") {
  CHECK_FALSE(value_of(parsed("5 / 0").formula));
  CHECK_FALSE(interval_of(parsed("5 / 0").formula));
}

TEST_CASE("the interval of a calculation follows each operand its way") {
  struct Case {
    const char* text;
    double low, value, high;
  };
  const Case cases[] = {
      {"50 s * 20 s", 49.5 * 19.5, 1000, 50.5 * 20.5},
      {"50 s / 20 s", 49.5 / 20.5, 2.5, 50.5 / 19.5},
      {"50 s - 20 s", 49.5 - 20.5, 30, 50.5 - 19.5},
      // One digit is no licence: 1 s is 0.9 to 1.1 s.
      {"1 s * 50 s", 0.9 * 49.5, 50, 1.1 * 50.5},
      // Small whole numbers are counted, averages are not.
      {"5 * 1.25 s", 5 * 1.245, 6.25, 5 * 1.255},
      {"12 * 50 s", 12 * 49.5, 600, 12 * 50.5},
      // What is raised to a power is taken as it stands.
      {"104 s * 1.5^2", 103.5 * 2.25, 234, 104.5 * 2.25},
  };
  for (const Case& c : cases) {
    const auto found = interval_of(parsed(c.text).formula);
    INFO(c.text);
    REQUIRE(found);
    CHECK(found->low == Approx(c.low));
    CHECK(found->value == Approx(c.value));
    CHECK(found->high == Approx(c.high));
  }
}

TEST_CASE("as an operand a number stands for 10 % around it at most, unless it says more itself") {
  units::Stated one;
  one.interval = {0.5, 1.0, 1.5};
  CHECK(as_operand(one) == units::Interval{0.9, 1.0, 1.1});
  one.is_range = true;
  CHECK(as_operand(one) == one.interval);
  one.is_range = false;
  one.approximate = true;
  CHECK(as_operand(one) == one.interval);
  units::Stated fine;
  fine.interval = {99.5, 100.0, 100.5};
  CHECK(as_operand(fine) == fine.interval);
}

}  // namespace
}  // namespace reckon::formula
