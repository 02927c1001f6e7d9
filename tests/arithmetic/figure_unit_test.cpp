// SPDX-License-Identifier: MIT
// What stands behind a number: its unit with denominators, and what else the letters can mean.
#include "arithmetic/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::arithmetic {
namespace {

struct ReadUnit {
  Figure figure;
  std::vector<Reading> readings;
  std::string text;  ///< as far as it was read
};

ReadUnit read_unit(std::string_view text) {
  ReadUnit out;
  if (!read_figure(text, 0, out.figure, out.readings)) throw std::runtime_error("no figure in test");
  out.text = text.substr(0, out.figure.end);
  return out;
}

TEST_CASE("a duration of several parts has at least one digit, whatever its parts") {
  CHECK(read_unit("8h 45min 57s").figure.digits == 5);
  CHECK(read_unit("0m 0s of downtime").figure.digits == 1);
  CHECK(read_unit("1y 10^9s").figure.digits == 1);
}

TEST_CASE("a number has the unit and the period behind it") {
  struct Row {
    const char* text;
    const char* read;
    double value;  ///< in base units: bytes, seconds, dollars
    Period period;
  };
  const Row rows[] = {
      {"4 KB of logs", "4 KB", 4000, Period::none},
      {"16 GiB", "16 GiB", 16.0 * 1073741824, Period::none},
      {"16 Gi", "16 Gi", 16.0 * 1073741824, Period::none},
      {"5-minute window", "5-minute", 300, Period::none},
      {"8h 45min 57s", "8h 45min 57s", 31557, Period::none},
      {"20 % of", "20 %", 0.2, Period::none},
      {"10x", "10x", 10, Period::none},
      {"52 weeks", "52 weeks", 52 * 604800.0, Period::none},
      // per something
      {"400/s", "400/s", 400, Period::second},
      {"36M pings/day", "36M pings/day", 36e6 / 86400, Period::day},
      {"12 messages a second", "12 messages a second", 12, Period::second},
      {"132 edits arrive each second", "132 edits arrive each second", 132, Period::second},
      {"5,000 ms of CPU time per second", "5,000 ms of CPU time per second", 5, Period::second},
      {"2 edits per user per second", "2 edits per user per second", 2, Period::second},
      {"1 TB/week", "1 TB/week", 1e12 / 604800, Period::week},
      {"86,400 requests daily", "86,400 requests daily", 1, Period::day},
      {"100 daily active users", "100", 100, Period::none},
      // prices, also for many at once
      {"$0.40 per million requests", "$0.40 per million requests", 4e-7, Period::none},
      {"$0.40/1000", "$0.40/1000", 4e-4, Period::none},
      {"100 GB-month", "100 GB-month", 1e11 * 2592000, Period::none},
      // a noun that counts is a unit, another one stays outside
      {"5 brokers", "5 brokers", 5, Period::none},
      {"5 zebras", "5", 5, Period::none},
      {"36M/86400", "36M", 36e6, Period::none},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const ReadUnit got = read_unit(row.text);
    CHECK(got.text == row.read);
    CHECK(got.figure.value() == Approx(row.value));
    CHECK(got.figure.period == row.period);
  }
}

TEST_CASE("what is said of one thing says so") {
  CHECK(read_unit("500 MB per pod").figure.has_noun_denominator);
  CHECK(read_unit("5 cores/node").figure.has_noun_denominator);
  CHECK_FALSE(read_unit("500 MB/s").figure.has_noun_denominator);
  CHECK_FALSE(read_unit("500 MB").figure.has_noun_denominator);
}

TEST_CASE("letters can mean several things, the likelier one first") {
  struct Row {
    const char* text;
    double value;
    std::vector<std::string> others;  ///< value and why
  };
  const Row rows[] = {
      {"30G", 3e10, {"3e+10 letter-as-unit"}},
      {"1.2M", 1.2e6, {"1.2e+06 letter-as-unit"}},
      {"64B", 64, {"6.4e+10 letter-as-scale"}},
      {"2B", 2e9, {"2 letter-as-unit"}},
      {"2B events", 2e9, {}},
      {"5m", 5e6, {"300 m-as-minute", "5 m-as-minute", "0.005 letter-as-scale"}},
      {"10 gb", 1e10, {"1.25e+09 loose-bits"}},
      {"10 Gb", 1.25e9, {"1e+10 bits-as-bytes"}},
      {"10 Gb/s", 1.25e9, {"1e+10 bit-rate-as-bytes"}},
      {"10 GB", 1e10, {}},
      {"3 b", 3, {}},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const ReadUnit got = read_unit(row.text);
    CHECK(got.figure.value() == Approx(row.value));
    REQUIRE(got.readings.size() == got.figure.reading_count);
    std::vector<std::string> others;
    for (const Reading& other : got.readings) {
      const double value = got.figure.number * other.scale * other.unit.factor;
      others.push_back(fmt::format("{:g} {}", value, price_of(other.why).id));
    }
    CHECK(others == row.others);
  }
}

TEST_CASE("readings of a number with its money behind lie among the readings") {
  const ReadUnit got = read_unit("5M €");
  CHECK(got.figure.first_reading + got.figure.reading_count <= got.readings.size());
}

TEST_CASE("\"per cent\" in two words is a percentage") {
  CHECK(read_unit("20 per cent").figure.value() == Approx(0.2));
}

TEST_CASE("minutes written with an m are read before seconds with decimals") {
  CHECK(read_unit("43m 49.7s").figure.value() == Approx(43 * 60 + 49.7));
}

}  // namespace
}  // namespace reckon::arithmetic
