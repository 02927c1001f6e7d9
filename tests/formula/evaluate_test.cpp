// SPDX-License-Identifier: MIT
#include "formula/evaluate.hpp"

#include "support.hpp"

#include <limits>

namespace reckon::formula {
namespace {

using test::Bench;

}  // namespace

TEST_CASE("values are in base units") {
  Bench bench("", true);
  struct Row {
    std::string_view text;
    double value;
  };
  for (const Row& row : {Row{"100,000 TPS × 50 µs", 5.0},
                         Row{"2 KB * 100k/s * 30 days", 518.4e12},
                         Row{"1 + 2 * 3", 7.0},
                         Row{"2^10", 1024.0},
                         Row{"-2^2", -4.0},
                         Row{"10 - 3 - 2", 5.0},
                         Row{"5 > 3", 1.0},
                         Row{"5 < 3", 0.0},
                         Row{"5 > 3 and 1 > 2", 0.0},
                         Row{"5 > 3 or 1 > 2", 1.0},
                         Row{"not 5 > 3", 0.0},
                         Row{"if(2 > 1, 10, 20)", 10.0},
                         Row{"ceil(3 * 0.1 / 0.1)", 3.0},
                         Row{"0.1 + 0.2 <= 0.3", 1.0},
                         Row{"0.1 + 0.2 > 0.3", 0.0},
                         Row{"0.1 + 0.2 == 0.3", 1.0},
                         Row{"0.1 + 0.2 != 0.3", 0.0},
                         Row{"ceil(2.1)", 3.0},
                         Row{"floor(2.9)", 2.0},
                         Row{"floor(0.1 * 3 / 0.1 * 10)", 30.0},
                         Row{"ceil(1e-12)", 1.0},
                         Row{"1 GiB == 1024 MiB", 1.0}}) {
    CAPTURE(row.text);
    CHECK(bench.value(row.text) == Approx(row.value).epsilon(1e-15));
  }
}

TEST_CASE("every operation is one double operation in the order of the text") {
  Bench bench("a 1; b 1; c 1");
  const double a = 0.1;
  const double b = 0.7;
  const double c = 1e16;
  CHECK(bench.value("a + b + c", {a, b, c}) == (a + b) + c);
  CHECK(bench.value("a + (b + c)", {a, b, c}) == a + (b + c));
  CHECK(bench.value("a * b / c * a", {a, b, c}) == ((a * b) / c) * a);
  CHECK(bench.value("a * b + c", {a, b, -0.07}) == (a * b) + -0.07);
}

TEST_CASE("a failure says where and why") {
  Bench bench("x 1; zero 1; unset 1");
  const double unset = std::numeric_limits<double>::quiet_NaN();
  struct Row {
    std::string_view text;
    std::string_view place;
    std::string_view message;
  };
  for (const Row& row :
       {Row{"1 + x / zero", "x / zero", "division by zero"},
        Row{"zero / zero", "zero / zero", "division by zero"},
        Row{"10^300 * 10^300", "10^300 * 10^300", "the result is too large for a number"},
        Row{"zero^-1", "zero^-1", "zero to a negative power"},
        Row{"(-x)^0.5", "(-x)^0.5", "a negative number to a power that is not whole"},
        Row{"sqrt(-x)", "sqrt(-x)", "sqrt: a negative number has no square root"},
        Row{"2 * log(zero)", "log(zero)", "log: only numbers above zero have a logarithm"},
        Row{"exp(10^4)", "exp(10^4)", "the result of exp is too large"},
        Row{"ceil(x, zero)", "ceil(x, zero)", "ceil: the unit to round to must be above zero"},
        Row{"x + unset", "unset", "'unset' has no value"},
        Row{"max(x, x / zero) + unset", "x / zero", "division by zero"}}) {
    CAPTURE(row.text);
    const Value value = evaluate(bench.sound(row.text), std::vector<double>{2.0, 0.0, unset});
    REQUIRE(value.failure);
    CHECK(bench.sources().text(value.failure->span) == row.place);
    CHECK(value.failure->message == row.message);
  }
}

TEST_CASE("what a condition leaves out may fail") {
  Bench bench("x 1; zero 1");
  const std::vector<double> slots{2.0, 0.0};
  CHECK(bench.value("if(zero > 0, x / zero, 7)", slots) == 7.0);
  CHECK(bench.value("zero > 0 and x / zero > 1", slots) == 0.0);
  CHECK(bench.value("zero == 0 or x / zero > 1", slots) == 1.0);
  CHECK(evaluate(bench.sound("if(x / zero > 0, 1, 2)"), slots).failure);
  CHECK(evaluate(bench.sound("zero == 0 and x / zero > 1"), slots).failure);
}

TEST_CASE("a long formula is evaluated without recursion") {
  Bench bench("a 1");
  std::string sum = "a";
  for (int i = 0; i < 10000; ++i) sum += "+a";
  CHECK(bench.value(sum, {1.0}) == 10001.0);
}

}  // namespace reckon::formula
