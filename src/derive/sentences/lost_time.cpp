// SPDX-License-Identifier: MIT
#include "derive/sentences/lost_time.hpp"

#include "derive/page/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace reckon::derive {
namespace {

constexpr std::array<std::string_view, 7> losses{"downtime", "outage", "unavailability", "unavailable",
                                                 "down",     "budget", "offline"};

}  // namespace

bool is_time(const arithmetic::Figure& figure) {
  return figure.unit.dimension.without_counts() == units::axis(units::Axis::time);
}

bool names_period(const arithmetic::Figure& figure) {
  return figure.period != arithmetic::Period::none && figure.unit.dimension.is_dimensionless() &&
         figure.has_unit() && !figure.is_percent();
}

bool is_agreed_on(const arithmetic::Figure& share) {
  const double nines = -std::log10(1.0 - share.value());
  const double nines_and_half = -std::log10(2.0 * (1.0 - share.value()));
  const auto is_whole = [](double x) { return std::abs(x - std::round(x)) < 1e-6; };
  return is_whole(nines) || is_whole(nines_and_half);
}

bool names_loss(std::string_view unit) {
  return std::any_of(losses.begin(), losses.end(),
                     [unit](std::string_view loss) { return unit.find(loss) != std::string_view::npos; });
}

bool names_loss(const Page& page, LineId line, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t i = begin; i < end; ++i) {
    const arithmetic::Token& token = page.tokens.tokens[i];
    if (token.kind != arithmetic::Kind::word) continue;
    const std::string word = stem(page.written(line, token));
    if (std::find(losses.begin(), losses.end(), word) != losses.end()) return true;
  }
  return false;
}

bool slips_in_time(const arithmetic::Figure& figure, double ratio) {
  constexpr std::array factors{10.0, 24.0, 60.0, 1440.0, 3600.0, 86400.0};
  constexpr double calendar = 0.002;
  const double off = std::max(ratio, 1.0 / ratio);
  const double step = 0.5 * figure.shown / figure.number + calendar;
  return std::any_of(factors.begin(), factors.end(),
                     [&](double factor) { return std::abs(off / factor - 1.0) <= step; });
}

}  // namespace reckon::derive
