// SPDX-License-Identifier: MIT
// The table of slips: each row makes its mistake, and the search finds a slip that explains whatever a row
// made.
#include "derive/judge/slips.hpp"

#include "formula/parse.hpp"
#include "units/read.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace reckon::derive {
namespace {

units::Stated stated(const std::string& text) {
  units::Expectation expect;
  expect.role = units::Role::claim;
  expect.transparent_counts = true;
  const auto read = units::read_quantity(text, expect);
  if (!read) throw std::runtime_error("unreadable in test: " + text);
  return *read;
}

SlipCase case_of(const std::string& calculation, const std::string& result) {
  base::Sources sources;
  const auto source = sources.add("formula", calculation);
  const auto formula = formula::parse(sources, sources.whole(source), {{}, true});
  if (!formula) throw std::runtime_error("no formula in test: " + calculation);
  const units::Stated unit = stated(result);
  const formula::Calculation expression = formula::calculation_of(*formula);
  return {expression, value_of(*formula).value(), unit.unit, unit.unit_text, {}};
}

TEST_CASE("each slip is named by its own mistake") {
  struct Case {
    const char* calculation;
    const char* wrong;
    const char* slip;
    const char* text;  ///< begins so
  };
  const Case cases[] = {
      {"100000 request/s * 50 us", "2000 cores", "divided-for-multiplied", "100,000 ÷ 50 = 2000"},
      {"600 / 20", "12000", "multiplied-for-divided", "600 × 20 = 12,000"},
      {"100000 request/s * 1 KB", "100 Gbps", "wrong-unit", "100 is the number in MB/s, not in Gbps"},
      {"100000 request/s * 1 KB", "6.4 Gbps", "bits-for-bytes", ""},
      {"7 * 3 GB", "21 TB", "prefix-slipped", ""},
      {"86 GB * 10", "898.05 GB", "", ""},  // 1024²·10/..., no power of 1.024: nothing is said
      {"64 GB * 100", "6.5536 TB", "binary-for-decimal", "1000 and 1024"},
      {"3.5 GB/day * 41 days", "8610 GB", "period-mixed-up", "60 times too large"},
      {"21 GB * 3 * 11", "63 GB", "factor-left-out", "11"},
      {"5 / 70 %", "5", "factor-left-out", "70 %"},
      {"21 GB * 7", "1029 GB", "factor-twice", "7"},
      {"13 / 37 %", "0.35135", "percent-as-whole", "37 % taken as 37"},
      {"(1 - 93 %) * 41 days", "38.13 days", "missing-complement", ""},
      {"ceil(13.7)", "13", "floor-for-ceil", "rounded down"},
      {"light_round_trip(1300 km)", "6.5 ms", "one-way", "one way"},
      {"17 + 9", "260", "zero-slipped", "10 times too large"},
      {"17 GB + 9 GB", "71.3 GB", "", ""},
  };
  for (const Case& c : cases) {
    INFO(c.calculation << " = " << c.wrong);
    const auto found = find_slip(case_of(c.calculation, c.wrong), stated(c.wrong));
    CHECK((found ? found->id : std::string{}) == c.slip);
    if (found) CHECK_THAT(found->text, Catch::StartsWith(c.text));
  }
}

TEST_CASE("another number of the response is recognised where it was used") {
  SlipCase memory = case_of("2000 core * 20 MB/core", "4000 GB");
  memory.others = {{stated("50 us"), "50 us"}, {stated("2 GB"), "2 GB"}};
  const auto found = find_slip(memory, stated("4000 GB"));
  REQUIRE(found);
  CHECK(found->id == "other-number");
  CHECK_THAT(found->text, Catch::StartsWith("2 GB used where"));
}

TEST_CASE("silence beats a guess") {
  const SlipCase cores = case_of("100000 request/s * 50 us", "5 cores");
  for (const char* wrong : {"13 cores", "777 cores", "0 cores", "5 cores"}) {
    INFO(wrong);
    CHECK_FALSE(find_slip(cores, stated(wrong)));
  }
}

TEST_CASE("rows have names of their own and say what they are about") {
  std::set<std::string_view> ids;
  for (const Slip& slip : slip_table()) {
    CHECK(ids.insert(slip.id).second);
    CHECK_FALSE(slip.about.empty());
  }
  CHECK(ids.size() >= 12);
}

/// Calculations as designs have them, with other numbers in force.
SlipCase random_case() {
  struct Shape {
    const char* calculation;  ///< # stands for a number
    const char* unit;
  };
  const Shape shapes[] = {
      {"# request/s * # us", "1 core"},
      {"# core * # MB/core", "1 GB"},
      {"# request/s * # KB", "1 Gbps"},
      {"# MB/s * # days", "1 TB"},
      {"# GB/day * # days * #", "1 TB"},
      {"ceil(# / 70 %)", "1"},
      {"# / #", "1"},
      {"(1 - 99.9 %) * # days", "1 min"},
      {"light_round_trip(# km)", "1 ms"},
      {"# ms + # ms + # ms", "1 ms"},
  };
  const Shape& shape = shapes[*rc::gen::inRange<std::size_t>(0, std::size(shapes))];
  std::string text;
  for (const char c : std::string_view(shape.calculation))
    text += c == '#' ? std::to_string(*rc::gen::inRange(2, 900)) : std::string(1, c);
  SlipCase number = case_of(text, shape.unit);
  number.others = {{stated("17"), "17"}, {stated("2 GB"), "2 GB"}, {stated("310 us"), "310 us"}};
  return number;
}

/// The number with six digits, as a careful author would print it.
units::Stated printed(double value, const SlipCase& number) {
  units::Stated out;
  const double digit = std::pow(10.0, std::floor(std::log10(std::abs(value))) - 5.0);
  out.interval = {value - digit / 2, value, value + digit / 2};
  out.unit = number.unit;
  out.dimension = number.unit.dimension;
  return out;
}

TEST_CASE("whatever a slip makes is explained by a slip that gives it") {
  const auto slips = slip_table();
  const bool holds = rc::check("slips are found again", [&] {
    const SlipCase number = random_case();
    const std::size_t row = *rc::gen::inRange<std::size_t>(0, slips.size());
    std::vector<double> made;
    slips[row].apply(number, [&](const SlipOutcome& outcome) {
      const bool is_wrong = std::abs(outcome.value - number.right) > 1e-9 * number.right;
      if (std::isfinite(outcome.value) && outcome.value > 0.0 && is_wrong) made.push_back(outcome.value);
    });
    for (const double value : made) {
      const auto found = find_slip(number, printed(value, number));
      RC_ASSERT(found);
      const auto again =
          std::find_if(slips.begin(), slips.end(), [&](const Slip& slip) { return slip.id == found->id; });
      RC_ASSERT(again != slips.end());
      RC_ASSERT(again <= slips.begin() + static_cast<std::ptrdiff_t>(row));
      bool reproduced = false;
      again->apply(number, [&](const SlipOutcome& outcome) {
        reproduced =
            reproduced || (outcome.text == found->text && std::abs(outcome.value - value) <= 1e-5 * value);
      });
      RC_ASSERT(reproduced);
    }
  });
  CHECK(holds);
}

}  // namespace
}  // namespace reckon::derive
