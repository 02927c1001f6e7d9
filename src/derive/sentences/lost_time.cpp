// SPDX-License-Identifier: MIT
#include "derive/sentences/lost_time.hpp"

#include "derive/sentences/themes.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace reckon::derive {
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
  return speaks_of(unit, arithmetic::Theme::lost_time);
}

bool names_loss(const Page& page, LineId line, std::uint32_t begin, std::uint32_t end) {
  return speaks_of(page, line, begin, end, arithmetic::Theme::lost_time);
}

bool slips_in_time(const arithmetic::Figure& figure, double ratio) {
  constexpr std::array factors{10.0, 24.0, 60.0, 1440.0, 3600.0, 86400.0};
  constexpr double calendar = 0.002;
  const double off = std::max(ratio, 1.0 / ratio);
  const double step = 0.5 * figure.shown / figure.number + calendar;
  return std::any_of(factors.begin(), factors.end(),
                     [&](double factor) { return std::abs(off / factor - 1.0) <= step; });
}

bool is_other_part(const arithmetic::Figure& figure, double availability, double ratio) {
  const double off = ratio * (1.0 - availability) / availability;
  return std::abs(off - 1.0) <= 0.5 * figure.shown / figure.number;
}

}  // namespace reckon::derive
