// SPDX-License-Identifier: MIT
// What one number can mean besides what it says, and only where something around it lets it.
#include "arithmetic/readings.hpp"

#include "arithmetic/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::arithmetic {
namespace {

/// The further readings of the first number of a text, as "value id".
std::vector<std::string> readings_told(std::string_view text, const Surroundings& around,
                                       bool scales = true) {
  const Sample sample(text);
  const Figure& figure = sample.tokens.figures.front();
  std::vector<Outcome> all{outcome_of(figure)};
  add_readings(sample.tokens, figure, scales, around, all);
  std::vector<std::string> out;
  for (std::size_t i = 1; i < all.size(); ++i) {
    for (const Price& price : price_table()) {
      if (all[i].supposed == one(price.supposition))
        out.push_back(fmt::format("{:g} {}", all[i].value, price.id));
    }
  }
  return out;
}

using Texts = std::vector<std::string>;

Surroundings with(bool data, bool time, bool money = false, bool rate = false) {
  Surroundings out;
  out.data = data;
  out.time = time;
  out.money = money;
  out.rate = rate;
  return out;
}

TEST_CASE("a bare factor may be the length of a period, and beside a time a conversion") {
  CHECK(readings_told("86,400 of", with(false, false)) == Texts{"86400 known-period"});
  CHECK(readings_told("86,400 of", with(false, true)) == Texts{"86400 known-period", "1 changed-period"});
  CHECK(readings_told("100,000 of", with(false, false)) == Texts{"100000 rounded-period"});
  CHECK(readings_told("7 of", with(false, true)) == Texts{"604800 known-period", "1 changed-period"});
  CHECK(readings_told("86,401 of", with(false, true)).empty());
}

TEST_CASE("a week is among the periods") {
  for (const char* text : {"7 of", "168 of", "604,800 of"}) {
    INFO(text);
    CHECK_FALSE(readings_told(text, with(false, true)).empty());
  }
}

TEST_CASE("eight is bits per byte where bits are told beside bytes") {
  Surroundings both = with(true, false);
  both.bits = both.bytes = true;
  CHECK(readings_told("8 of", both) == Texts{"1 bits-per-byte"});
  CHECK(readings_told("8 of", with(true, false)).empty());
  CHECK(readings_told("8 of", with(false, false)).empty());
}

TEST_CASE("1000 and 1024 are steps between prefixes beside data only") {
  CHECK(readings_told("1024 of", with(true, false)) == Texts{"1 prefix-step", "1.024 prefix-step"});
  CHECK(readings_told("1024 of", with(false, false)).empty());
}

TEST_CASE("a duration counts periods only where nothing is said per period") {
  const Texts counts = readings_told("30 days of", with(true, true));
  CHECK(std::find(counts.begin(), counts.end(), "30 period-as-count") != counts.end());
  for (const std::string& reading : readings_told("30 days of", with(true, true, false, true))) {
    INFO(reading);
    CHECK(reading.find("period-as-count") == std::string::npos);
  }
}

TEST_CASE("a short interval may be once in each") {
  CHECK(readings_told("20 s of", with(false, true)) == Texts{"0.05 once-in-each"});
  CHECK(readings_told("24 h of", with(false, true)) == Texts{"24 period-as-count", "1 changed-period"});
}

TEST_CASE("an availability beside a time stands for what it leaves") {
  CHECK(readings_told("99.9 % of", with(false, true)) == Texts{"0.001 remainder"});
  CHECK(readings_told("99.9 % of", with(false, false)).empty());
  CHECK(readings_told("40 % of", with(false, true)).empty());
}

TEST_CASE("a price beside a size may be per GB") {
  CHECK(readings_told("$0.02 of", with(true, false, true)) == Texts{"2e-11 price-unit-unsaid"});
  CHECK(readings_told("$0.02 of", with(false, false, true)).empty());
  CHECK(readings_told("$0.02/GB of", with(true, false, true)).empty());
}

TEST_CASE("what is added has no reading as a factor") {
  CHECK(readings_told("86,400 of", with(false, true), false).empty());
}

TEST_CASE("other months and years differ by little, and say between which periods they convert") {
  for (const Convention& row : conventions()) {
    CHECK(row.factor > 0.9);
    CHECK(row.factor < 1.2);
    CHECK(row.factor != 1.0);
    CHECK(row.period != Period::none);
  }
}

}  // namespace
}  // namespace reckon::arithmetic
