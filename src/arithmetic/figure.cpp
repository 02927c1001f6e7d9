// SPDX-License-Identifier: MIT
#include "arithmetic/figure.hpp"

#include <array>
#include <cmath>

namespace reckon::arithmetic {
namespace {

struct PeriodRow {
  Period period;
  double seconds;
  std::string_view text;
};
constexpr std::array periods{
    PeriodRow{Period::second, 1.0, "1 s"},        PeriodRow{Period::minute, 60.0, "1 min"},
    PeriodRow{Period::hour, 3600.0, "1 h"},       PeriodRow{Period::day, 86400.0, "1 day"},
    PeriodRow{Period::week, 604800.0, "1 week"},  PeriodRow{Period::month, 2592000.0, "1 month"},
    PeriodRow{Period::year, 31536000.0, "1 year"}};

constexpr double dozen = 12.0;

}  // namespace

double seconds(Period period) {
  for (const PeriodRow& row : periods) {
    if (row.period == period) return row.seconds;
  }
  return 0.0;
}

std::string_view one_of(Period period) {
  for (const PeriodRow& row : periods) {
    if (row.period == period) return row.text;
  }
  return {};
}

Period period_of(double seconds) {
  for (const PeriodRow& row : periods) {
    if (std::abs(row.seconds - seconds) <= 1e-9 * row.seconds) return row.period;
  }
  return Period::none;
}

double Figure::magnitude() const {
  if (zeros == 0 && dozens == 0) return 1.0;
  return std::pow(dozen, dozens) * std::pow(10.0, zeros);
}

void Figure::count_from(std::uint32_t place) {
  for (std::uint32_t* const own : {&begin, &number_end, &unit_begin, &unit_end, &end}) *own -= place;
}

void Figure::multiply(double factor) {
  number *= factor;
  high *= factor;
  step *= factor;
  shown *= factor;
}

void Figure::scale(double factor) {
  multiply(factor);
  scaled = true;
  if (factor == dozen) ++dozens;
  for (; factor != dozen && factor >= 10.0; factor /= 10.0) ++zeros;
}

}  // namespace reckon::arithmetic
