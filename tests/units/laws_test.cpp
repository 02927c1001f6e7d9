// SPDX-License-Identifier: MIT
// Laws that hold for every quantity, unit and text.
#include "units/lookup.hpp"
#include "units/print.hpp"
#include "units/read.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <cmath>
#include <string>

namespace reckon::units {
namespace {

Dimension any_dimension(int highest) {
  Dimension out;
  for (auto& exponent : out.exponents) {
    // Most axes are absent, as in real units.
    if (*rc::gen::inRange(0, 3) == 0)
      exponent = static_cast<std::int8_t>(*rc::gen::inRange(-highest, highest + 1));
  }
  return out;
}

double any_value() {
  const double mantissa = *rc::gen::arbitrary<double>();
  const int exponent = *rc::gen::inRange(-280, 280);
  const double value = std::isfinite(mantissa) ? std::fmod(mantissa, 10.0) * std::pow(10.0, exponent) : 1.0;
  return value == 0.0 || std::fpclassify(value) != FP_NORMAL ? 0.0 : value;
}

}  // namespace

TEST_CASE("what was printed reads back as the same quantity") {
  CHECK(rc::check([] {
    const Quantity quantity{any_value(), any_dimension(5)};
    const auto read = read_quantity(print(quantity));
    RC_ASSERT(read.has_value());
    RC_ASSERT(read->quantity() == quantity);
    RC_ASSERT(read->notes.empty());
  }));
}

TEST_CASE("what is printed for people reads back near the quantity") {
  CHECK(rc::check([] {
    Quantity quantity{any_value(), any_dimension(2)};
    if (std::fabs(quantity.value) > 1e250 || std::fabs(quantity.value) < 1e-250) return;
    const auto read = read_quantity(print_human(quantity));
    RC_ASSERT(read.has_value());
    RC_ASSERT(read->dimension == quantity.dimension);
    RC_ASSERT(std::fabs(read->interval.value - quantity.value) <= 1e-3 * std::fabs(quantity.value));
  }));
}

TEST_CASE("every spelling reads behind a number as it does alone") {
  for (const ListedSpelling& row : listed_spellings()) {
    if (row.spelling.is_kubernetes) continue;
    INFO(row.text);
    const auto alone = read_unit(row.text);
    REQUIRE(alone);
    CHECK(*alone == row.spelling.unit);
    Expectation expect;
    expect.dimension = row.spelling.unit.dimension;
    const auto stated = read_quantity("3 " + std::string(row.text), expect);
    REQUIRE(stated);
    // The slot makes basis points of a dimensionless bps only, so the unit is always the row's.
    CHECK(stated->unit == row.spelling.unit);
    CHECK(stated->interval.value == to_base(3, row.spelling.unit.factor));
    CHECK(read_quantity(print(stated->quantity()), expect)->quantity() == stated->quantity());
  }
}

TEST_CASE("the interval contains the value, in any notation") {
  CHECK(rc::check([] {
    const auto whole = *rc::gen::inRange<long>(-2000000, 2000000);
    const auto decimals = *rc::gen::inRange(0, 1000);
    const auto unit =
        *rc::gen::element<std::string>("", " GB", " ms", "k", "M", " million users", "%", " USD/GB/month");
    const std::string text =
        std::to_string(whole) + (*rc::gen::arbitrary<bool>() ? "." + std::to_string(decimals) : "") + unit;
    const auto read = read_quantity(text);
    RC_ASSERT(read.has_value());
    RC_ASSERT(read->interval.low <= read->interval.value);
    RC_ASSERT(read->interval.value <= read->interval.high);
  }));
}

TEST_CASE("dimensions form a group under multiplication") {
  CHECK(rc::check([] {
    const Dimension a = any_dimension(9);
    const Dimension b = any_dimension(9);
    const Dimension c = any_dimension(9);
    RC_ASSERT(a * b == b * a);
    RC_ASSERT((a * b) * c == a * (b * c));
    RC_ASSERT(a / b == a * power(b, -1));
    RC_ASSERT((a / a).is_dimensionless());
    RC_ASSERT(power(a, 2) == a * a);
    RC_ASSERT(root(a * a) == a);
    RC_ASSERT(a.without_counts() * (a / a.without_counts()) == a);
  }));
}

TEST_CASE("reading and scanning any bytes ends, and spans lie inside the text") {
  CHECK(rc::check([] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "5", "1,000", ".", ",", "-", " ", "GB", "/", "per", "m", "B", "~", "<", "$", "%", "\xc2\xb5", "\xe2",
        "x", "10^6", "nines", "to", "(", ")", "e9", "of", "s", "+", "\xff", "1/3", "Ki"));
    std::string text;
    for (const std::string& piece : pieces) text += piece;
    const auto read = read_quantity(text);
    if (!read) {
      RC_ASSERT(read.error().primary.span.begin <= read.error().primary.span.end);
      RC_ASSERT(read.error().primary.span.end <= text.size());
    }
    for (std::size_t at = 0; at < text.size(); ++at) {
      const auto found = scan_quantity(text, at, {});
      if (!found) continue;
      RC_ASSERT(found->begin == at);
      RC_ASSERT(found->begin <= found->number_begin);
      RC_ASSERT(found->number_begin < found->end);
      RC_ASSERT(found->end <= text.size());
    }
  }));
}

}  // namespace reckon::units
