// SPDX-License-Identifier: MIT
#include "report/chart.hpp"

#include "report/report.hpp"
#include "units/print.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace reckon::report {
namespace {

constexpr std::size_t most_stretches = 1000;
/// From here on a linear scale hides the lower values.
constexpr double decades_for_logarithm = 100.0;

std::string with_unit(double number, const std::string& unit) {
  const std::string text = units::print_exact_if_short(number);
  return unit == "1" ? text : fmt::format("{} {}", text, unit);
}

struct Ends {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();

  void take(double value) {
    low = std::min(low, value);
    high = std::max(high, value);
  }
  [[nodiscard]] bool is_empty() const { return low > high; }
};

}  // namespace

ChartPoints::ChartPoints(const SweepHead& head, const whatif::Grid& grid)
    : head_(head), grid_(grid), lines_(grid.points / grid.axes.front().points) {
  stretches_ = static_cast<std::size_t>(std::min<std::uint64_t>(grid.axes.front().points, most_stretches));
  const auto shown = static_cast<std::size_t>(std::min<std::uint64_t>(lines_, most_lines));
  kept_.resize(head.outputs.size() * shown * stretches_);
}

void ChartPoints::row(const whatif::Row& row) {
  // The first axis moves slowest: all lines at one place, then all at the next.
  const std::uint64_t line = seen_ % lines_;
  const std::uint64_t place = seen_ / lines_;
  ++seen_;
  if (line >= most_lines) return;
  const auto shown = static_cast<std::size_t>(std::min<std::uint64_t>(lines_, most_lines));
  const auto stretch = static_cast<std::size_t>(place * stretches_ / grid_.axes.front().points);
  for (std::size_t i = 0; i < head_.outputs.size(); ++i) {
    Stretch& kept = kept_[(i * shown + static_cast<std::size_t>(line)) * stretches_ + stretch];
    Point point{units::from_base(row.inputs.front(), head_.inputs.front().factor), std::nullopt};
    if (!row.outputs[i]) {
      if (!kept.first) kept.last = point;
      continue;
    }
    point.y = units::from_base(*row.outputs[i], head_.outputs[i].factor);
    if (!kept.first) kept.first = kept.lowest = kept.highest = point;
    if (*point.y < *kept.lowest->y) kept.lowest = point;
    if (*point.y > *kept.highest->y) kept.highest = point;
    kept.last = point;
  }
}

std::string ChartPoints::line_name(std::uint64_t line) const {
  std::string name;
  for (std::size_t i = grid_.axes.size(); i-- > 1;) {
    const whatif::Axis& axis = grid_.axes[i];
    const double number = tidy(units::from_base(axis.value(line % axis.points), axis.unit.factor));
    line /= axis.points;
    name = fmt::format("{} = {}{}{}", axis.name, with_unit(number, head_.inputs[i].unit),
                       name.empty() ? "" : ", ", name);
  }
  return name;
}

Chart ChartPoints::chart() const {
  const SweepColumn& x = head_.inputs.front();
  Chart chart{head_.title, x.name, x.unit, grid_.axes.front().is_factor, {}, 0};
  const auto shown = static_cast<std::size_t>(std::min<std::uint64_t>(lines_, most_lines));
  chart.hidden_lines = lines_ - shown;
  for (std::size_t i = 0; i < head_.outputs.size(); ++i) {
    Panel panel{head_.outputs[i].name, head_.outputs[i].unit, {}};
    for (std::size_t line = 0; line < shown; ++line) {
      Line drawn{line_name(line), {}};
      for (std::size_t stretch = 0; stretch < stretches_; ++stretch) {
        const Stretch& kept = kept_[(i * shown + line) * stretches_ + stretch];
        std::vector<Point> points;
        for (const auto& point : {kept.first, kept.lowest, kept.highest, kept.last}) {
          if (point) points.push_back(*point);
        }
        std::sort(points.begin(), points.end(), [](const Point& a, const Point& b) { return a.x < b.x; });
        for (const Point& point : points) {
          if (drawn.points.empty() || drawn.points.back().x < point.x) drawn.points.push_back(point);
        }
      }
      panel.lines.push_back(std::move(drawn));
    }
    chart.panels.push_back(std::move(panel));
  }
  return chart;
}

Scale x_scale(const Chart& chart) {
  Ends ends;
  for (const Panel& panel : chart.panels) {
    for (const Line& line : panel.lines) {
      for (const Point& point : line.points) ends.take(point.x);
    }
  }
  if (ends.is_empty()) return {};
  if (ends.low == ends.high) return scale_for(ends.low, ends.high, chart.is_logarithmic);
  return {ends.low, ends.high, chart.is_logarithmic};
}

Scale y_scale(const Chart& chart, const Panel& panel) {
  Ends ends;
  for (const Line& line : panel.lines) {
    for (const Point& point : line.points) {
      if (point.y) ends.take(*point.y);
    }
  }
  if (ends.is_empty()) return {};
  const bool has_decades = ends.low > 0.0 && ends.high >= decades_for_logarithm * ends.low;
  return scale_for(ends.low, ends.high, chart.is_logarithmic && has_decades);
}

}  // namespace reckon::report
