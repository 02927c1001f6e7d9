// SPDX-License-Identifier: MIT
#include "derive/sentences/whole_time.hpp"

#include "arithmetic/readings.hpp"
#include "derive/page/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

namespace reckon::derive {
namespace {

using arithmetic::Period;

constexpr float price_of_word = 1.5F;

struct NamedPeriod {
  std::string_view word;
  Period period;
};
constexpr std::array named_periods{NamedPeriod{"day", Period::day}, NamedPeriod{"week", Period::week},
                                   NamedPeriod{"month", Period::month}, NamedPeriod{"year", Period::year}};

}  // namespace

void add_lengths(Period period, std::vector<Whole>& out) {
  out.push_back({nowhere, period, arithmetic::seconds(period), price_of_word, 0});
  for (const arithmetic::Convention& row : arithmetic::conventions()) {
    if (row.period != period) continue;
    out.push_back({nowhere, period, arithmetic::seconds(period) * row.factor,
                   price_of_word + arithmetic::bits(row.supposition), arithmetic::one(row.supposition)});
  }
}

std::optional<Period> period_called(const Page& page, LineId line, const arithmetic::Token& token) {
  if (token.role == arithmetic::Role::period) return std::nullopt;
  const std::string word = stem(page.written(line, token));
  const auto* const row = std::find_if(named_periods.begin(), named_periods.end(),
                                       [&](const NamedPeriod& named) { return named.word == word; });
  return row == named_periods.end() ? std::nullopt : std::optional(row->period);
}

bool is_left_of_a_period(const arithmetic::Figure& time, const arithmetic::Figure& share) {
  constexpr double tolerance = 0.01;
  const double part = 1.0 - (share.is_percent() ? share.number / 100.0 : share.value());
  return std::any_of(named_periods.begin(), named_periods.end(), [&](const NamedPeriod& named) {
    return std::abs(time.value() / (part * arithmetic::seconds(named.period)) - 1.0) < tolerance;
  });
}

}  // namespace reckon::derive
