// SPDX-License-Identifier: MIT
// What the digits of a number say: its value, one unit in the last digit that is printed (step), and one in
// the last that says something (shown).
#include "arithmetic/read_figure.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace reckon::arithmetic {
namespace {

struct ReadDigits {
  bool is_figure = false;
  Figure figure;
  std::vector<Reading> readings;
};

ReadDigits read_digits(std::string_view text) {
  ReadDigits out;
  out.is_figure = read_figure(text, 0, out.figure, out.readings);
  return out;
}

TEST_CASE("digits say how exactly a number is meant") {
  struct Row {
    const char* text;
    double number;
    double step;
    double shown;
    int digits;
  };
  const Row rows[] = {
      {"417", 417, 1, 1, 3},
      {"36,000,000", 36e6, 1, 1e6, 2},
      {"11,100", 11100, 1, 100, 3},
      // Of 2000 two digits are meant at the least.
      {"2000", 2000, 1, 100, 1},
      {"3.50", 3.5, 0.01, 0.01, 3},
      {"0.05", 0.05, 0.01, 0.01, 1},
      {".5", 0.5, 0.1, 0.1, 1},
      {"1.2M", 1.2e6, 1e5, 1e5, 2},
      {"36 million", 36e6, 1e6, 1e6, 2},
      {"3 hundred thousand", 3e5, 1e5, 1e5, 1},
      {"3.6*10^7", 3.6e7, 1e6, 1e6, 2},
      {"1e6", 1e6, 1e6, 1e6, 1},
      {"twenty-two", 22, 1, 1, 2},
      {"two thirds", 2.0 / 3, 0.2 / 3, 0.2 / 3, 1},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const ReadDigits got = read_digits(row.text);
    REQUIRE(got.is_figure);
    CHECK(got.figure.number == Approx(row.number));
    CHECK(got.figure.high == got.figure.number);
    CHECK(got.figure.step == Approx(row.step));
    CHECK(got.figure.shown == Approx(row.shown));
    CHECK(got.figure.digits == row.digits);
  }
}

TEST_CASE("a power is exact") {
  for (const char* text : {"2^30", "10^6", "2 ^ 10", "10 ^ 5"}) {
    INFO(text);
    const ReadDigits got = read_digits(text);
    REQUIRE(got.is_figure);
    CHECK(got.figure.exact);
    CHECK(got.figure.step == 0.0);
    CHECK(got.figure.end == std::string_view(text).size());
  }
  CHECK(read_digits("10 ^ 5").figure.number == 1e5);
  CHECK(read_digits("2^30").figure.number == 1073741824.0);
}

TEST_CASE("money has its sign in front or behind") {
  struct Row {
    const char* text;
    double number;
    Currency currency;
  };
  const Row rows[] = {{"$5", 5, Currency::dollar},          {"US$5", 5, Currency::dollar},
                      {"15 €", 15, Currency::euro},         {"€15", 15, Currency::euro},
                      {"£120/month", 120, Currency::pound}, {"$4 billion", 4e9, Currency::dollar}};
  for (const Row& row : rows) {
    INFO(row.text);
    const ReadDigits got = read_digits(row.text);
    REQUIRE(got.is_figure);
    CHECK(got.figure.number == row.number);
    CHECK(got.figure.currency == row.currency);
    CHECK(got.figure.unit.dimension.of(units::Axis::money) == 1);
    CHECK(got.figure.end == std::string_view(row.text).size());
  }
}

TEST_CASE("dollars behind a number are known as dollars") {
  CHECK(read_digits("90 USD").figure.currency == Currency::dollar);
  CHECK(read_digits("5$").figure.currency == Currency::dollar);
}

TEST_CASE("a plus behind a number is a lower bound") {
  CHECK(read_digits("30+ nodes").figure.comparator == units::Comparator::at_least);
  CHECK(read_digits("30+5").figure.comparator == units::Comparator::equal);
  CHECK(read_digits("30++").figure.comparator == units::Comparator::equal);
  CHECK(read_digits("30").figure.comparator == units::Comparator::equal);
}

TEST_CASE("a figure starts with a digit, a point before one, a sign of money, or a number in words") {
  for (const char* text : {"node", "$x", ".x", "-5", "a node", ""}) {
    INFO(text);
    CHECK_FALSE(read_digits(text).is_figure);
  }
}

TEST_CASE("periods have their lengths") {
  struct Row {
    Period period;
    double seconds;
    const char* one;
  };
  const Row rows[] = {{Period::second, 1, "1 s"},        {Period::minute, 60, "1 min"},
                      {Period::hour, 3600, "1 h"},       {Period::day, 86400, "1 day"},
                      {Period::week, 604800, "1 week"},  {Period::month, 2592000, "1 month"},
                      {Period::year, 31536000, "1 year"}};
  for (const Row& row : rows) {
    CHECK(seconds(row.period) == row.seconds);
    CHECK(one_of(row.period) == row.one);
    CHECK(period_of(row.seconds) == row.period);
  }
  CHECK(period_of(90) == Period::none);
}

}  // namespace
}  // namespace reckon::arithmetic
