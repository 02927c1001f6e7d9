// SPDX-License-Identifier: MIT
#include "arithmetic/figure.hpp"

#include <array>

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

}  // namespace reckon::arithmetic
