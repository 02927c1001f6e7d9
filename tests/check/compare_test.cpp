// SPDX-License-Identifier: MIT
// What counts as the same number: printed precision, the tolerances, and the conventions that have a name.
#include "check/judge.hpp"
#include "units/read.hpp"

#include <catch2/catch.hpp>

namespace reckon::check {
namespace {

units::Stated stated(const std::string& text) {
  units::Expectation expect;
  expect.role = units::Role::claim;
  expect.transparent_counts = true;
  const auto read = units::read_quantity(text, expect);
  if (!read) throw std::runtime_error("unreadable in test: " + text);
  return *read;
}

struct Compared {
  const char* stated;
  const char* recomputed;  ///< taken exactly
  Agreement agreement;
  const char* convention;
};

void check(const Compared& c) {
  INFO(c.stated << " against " << c.recomputed);
  const Comparison found = compare(stated(c.stated), units::exactly(stated(c.recomputed).interval.value));
  CHECK(found.agreement == c.agreement);
  CHECK(found.convention == c.convention);
}

TEST_CASE("a number stands for all that rounds to its printed digits") {
  const Compared cases[] = {
      {"50 us", "50.4 us", Agreement::same, ""},
      {"50 us", "49.6 us", Agreement::same, ""},
      {"2000", "2049", Agreement::same, ""},
      {"2000", "1951", Agreement::same, ""},
      {"5", "5.4", Agreement::same, ""},
      {"5", "5.6", Agreement::none, ""},
      {"0.8 Gbps", "0.84 Gbps", Agreement::same, ""},
      {"0.80 Gbps", "0.803 Gbps", Agreement::same, ""},
      {"8", "8", Agreement::same, ""},
      {"8 cores", "7.6", Agreement::same, ""},
      {"60.48 TB", "60.484 TB", Agreement::same, ""},
      {"181.44 TB", "181.4 TB", Agreement::rounded, ""},
  };
  for (const Compared& c : cases) check(c);
}

TEST_CASE("five per cent is rounding, a quarter is when the number says that it is rough") {
  const Compared cases[] = {
      {"104", "100", Agreement::rounded, ""},
      {"96", "100", Agreement::rounded, ""},
      {"107", "100", Agreement::none, ""},
      {"~107", "100", Agreement::rounded, ""},
      {"about 120", "100", Agreement::rounded, ""},
      {"roughly 124 GB", "100 GB", Agreement::rounded, ""},
      {"~130", "100", Agreement::none, ""},
      {"~76", "100", Agreement::rounded, ""},
      {"12.0 GB", "10 GB", Agreement::none, ""},
      {"0", "1", Agreement::none, ""},
      {"~0", "1", Agreement::none, ""},
  };
  for (const Compared& c : cases) check(c);
}

TEST_CASE("shares near the whole are told by what is missing") {
  const Compared cases[] = {
      {"99.99 %", "99.8 %", Agreement::none, ""},   {"99.8 %", "99.8001 %", Agreement::same, ""},
      {"99.9 %", "99.8 %", Agreement::none, ""},    {"99.95 %", "99.951 %", Agreement::same, ""},
      {"99.999 %", "99.99 %", Agreement::none, ""}, {"70 %", "71 %", Agreement::rounded, ""},
      {"95.0 %", "93 %", Agreement::rounded, ""},   {"100 %", "99.9 %", Agreement::same, ""},
  };
  for (const Compared& c : cases) check(c);
}

TEST_CASE("a number that holds under a convention holds with a note") {
  const Compared cases[] = {
      {"65.5 GB", "64 GB", Agreement::rounded, "holds with 1 KB = 1024 B"},
      {"62.5 GB", "64 GB", Agreement::rounded, "holds with 1 KB = 1024 B"},
      {"67.1 GB", "64 GB", Agreement::rounded, "holds with 1 MB = 1024² B"},
      {"59.60 GB", "64 GB", Agreement::rounded, "holds with 1 GB = 1024³ B"},
      {"110.05 TB", "121 TB", Agreement::rounded, "holds with 1 TB = 1024⁴ B"},
      {"107.5 PB", "121 PB", Agreement::rounded, "holds with 1 PB = 1024⁵ B"},
      {"2.628e6 s", "2.592e6 s", Agreement::rounded, "holds with a month of 365/12 days"},
      {"3.15576e7 s", "3.1536e7 s", Agreement::rounded, "holds with a year of 365.25 days"},
      {"100.0 req/s", "115.741 req/s", Agreement::rounded, "holds with 100,000 s a day"},
      // A count knows neither bytes nor days.
      {"1074", "1000", Agreement::none, ""},
      {"115.7 users", "100 users", Agreement::none, ""},
  };
  for (const Compared& c : cases) check(c);
}

TEST_CASE("a bound is met by whatever keeps to it") {
  const Compared cases[] = {
      {"< 50 ms", "20 ms", Agreement::same, ""},     {"<= 50 ms", "50 ms", Agreement::same, ""},
      {"< 50 ms", "80 ms", Agreement::none, ""},     {"up to 100 GB", "3 GB", Agreement::same, ""},
      {"100-200 GB", "150 GB", Agreement::same, ""}, {"100-200 GB", "250 GB", Agreement::none, ""},
      {">= 100 GB", "50 GB", Agreement::none, ""},
  };
  for (const Compared& c : cases) check(c);
}

TEST_CASE("what is recomputed may be an interval too") {
  const units::Stated cores = stated("8 cores");
  CHECK(compare(cores, {6.5, 7.0, 8.4}).agreement == Agreement::same);
  CHECK(compare(cores, {9.5, 10.0, 10.5}).agreement == Agreement::none);
}

}  // namespace
}  // namespace reckon::check
