// SPDX-License-Identifier: MIT
// Sweeps as charts: one panel for each output, the first axis to the right, a line for each combination of
// the others. Drawn for a terminal or as SVG from the same points, of which no more are kept than can be
// seen.
#pragma once

#include "report/sweep.hpp"
#include "report/ticks.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace reckon::report {

/// Lines beyond this many cannot be told apart.
inline constexpr std::size_t most_lines = 8;

struct Point {
  double x = 0.0;
  std::optional<double> y;  ///< nothing: the line is broken here
};

struct Line {
  std::string name;  ///< "regions = 3"; "" when it is alone
  std::vector<Point> points;
};

struct Panel {
  std::string name;
  std::string unit;
  std::vector<Line> lines;
};

struct Chart {
  std::string title;
  std::string x_name;
  std::string x_unit;
  bool is_logarithmic = false;  ///< to the right; upwards where the values have the decades for it
  std::vector<Panel> panels;
  std::uint64_t hidden_lines = 0;
};

/// Collects the rows of a sweep; keeps the lowest and the highest point of each of a fixed number of
/// stretches.
class ChartPoints {
 public:
  ChartPoints(const SweepHead& head, const whatif::Grid& grid);
  void row(const whatif::Row& row);
  [[nodiscard]] Chart chart() const;

 private:
  struct Stretch {
    std::optional<Point> first, lowest, highest, last;
  };
  [[nodiscard]] std::string line_name(std::uint64_t line) const;

  SweepHead head_;
  whatif::Grid grid_;
  std::uint64_t lines_ = 1;
  std::uint64_t seen_ = 0;
  std::size_t stretches_ = 0;
  std::vector<Stretch> kept_;  ///< by output, then line, then stretch
};

/// The scale of a panel's values, and of the points to the right.
Scale y_scale(const Chart& chart, const Panel& panel);
Scale x_scale(const Chart& chart);

/// `columns` wide at most; Unicode, no colour.
std::string draw_terminal(const Chart& chart, std::size_t columns);
/// A document that stands alone.
std::string draw_svg(const Chart& chart);

}  // namespace reckon::report
