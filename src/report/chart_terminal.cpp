// SPDX-License-Identifier: MIT
// Charts of dots: a line alone is drawn in Braille, two by four dots in a character; several lines each have
// a mark of their own.
#include "base/unicode.hpp"
#include "report/chart.hpp"
#include "report/columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace reckon::report {
namespace {

constexpr std::size_t rows_of_panel = 14;
constexpr std::size_t fewest_columns = 16;
constexpr std::size_t columns_for_label = 12;
constexpr std::array<std::string_view, most_lines> marks{"●", "○", "▲", "△", "■", "□", "◆", "◇"};

/// Characters of a panel: Braille dots, or the mark of a line above them.
class Canvas {
 public:
  explicit Canvas(std::size_t width)
      : width_(width), dots_(width * rows_of_panel, 0), marks_(width * rows_of_panel, most_lines) {}

  [[nodiscard]] std::size_t dots_wide() const { return 2 * width_; }
  [[nodiscard]] std::size_t dots_high() const { return 4 * rows_of_panel; }

  /// Dots are counted from the lower left.
  void dot(std::size_t x, std::size_t y) {
    // Bits of the Braille block: left column 1 2 3 7, right column 4 5 6 8, from above.
    constexpr std::array<std::array<unsigned, 4>, 2> bits{
        {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}}};
    const std::size_t from_above = dots_high() - 1 - y;
    dots_[from_above / 4 * width_ + x / 2] |= bits[x % 2][from_above % 4];
  }
  void mark(std::size_t x, std::size_t y, std::size_t line) {
    marks_[(dots_high() - 1 - y) / 4 * width_ + x / 2] = line;
  }

  [[nodiscard]] std::string row(std::size_t index) const {
    std::string out;
    for (std::size_t x = 0; x < width_; ++x) {
      const std::size_t at = index * width_ + x;
      if (marks_[at] < most_lines) {
        out += marks[marks_[at]];
      } else if (dots_[at] != 0) {
        base::append_utf8(out, static_cast<char32_t>(0x2800U + dots_[at]));
      } else {
        out += ' ';
      }
    }
    out.erase(out.find_last_not_of(' ') + 1);
    return out;
  }

 private:
  std::size_t width_;
  std::vector<unsigned> dots_;
  std::vector<std::size_t> marks_;
};

std::size_t place(const Scale& scale, double value, std::size_t count) {
  const double position = std::clamp(scale.position(value), 0.0, 1.0);
  return static_cast<std::size_t>(std::lround(position * static_cast<double>(count - 1)));
}

/// Across, then up: what lies between two points is not known better than by a straight line.
void join(Canvas& canvas, std::size_t x0, std::size_t y0, std::size_t x1, std::size_t y1) {
  const auto dx = static_cast<double>(x1) - static_cast<double>(x0);
  const auto dy = static_cast<double>(y1) - static_cast<double>(y0);
  const double steps = std::max({std::fabs(dx), std::fabs(dy), 1.0});
  for (double i = 0.0; i <= steps; i += 1.0) {
    canvas.dot(static_cast<std::size_t>(std::lround(static_cast<double>(x0) + dx * i / steps)),
               static_cast<std::size_t>(std::lround(static_cast<double>(y0) + dy * i / steps)));
  }
}

void draw(Canvas& canvas, const Line& line, const Scale& across, const Scale& up) {
  const Point* before = nullptr;
  for (const Point& point : line.points) {
    if (!point.y) {
      before = nullptr;
      continue;
    }
    const std::size_t x = place(across, point.x, canvas.dots_wide());
    const std::size_t y = place(up, *point.y, canvas.dots_high());
    const Point& from = before == nullptr ? point : *before;
    join(canvas, place(across, from.x, canvas.dots_wide()), place(up, *from.y, canvas.dots_high()), x, y);
    before = &point;
  }
}

void draw_marks(Canvas& canvas, const Line& line, std::size_t index, const Scale& across, const Scale& up) {
  for (const Point& point : line.points) {
    if (point.y)
      canvas.mark(place(across, point.x, canvas.dots_wide()), place(up, *point.y, canvas.dots_high()), index);
  }
}

std::string named(const std::string& name, const std::string& unit) {
  return unit == "1" ? name : fmt::format("{} [{}]", name, unit);
}

/// The line below a panel with its ticks, and their labels where they do not run into each other.
std::string foot(const Scale& across, std::size_t width, std::size_t margin) {
  std::vector<std::string> line(width, "─");
  std::string labels(margin + width + columns_for_label, ' ');
  std::size_t free = 0;
  for (const Tick& tick : ticks(across, std::max<std::size_t>(width / columns_for_label, 2))) {
    const std::size_t at = place(across, tick.value, width);
    line[at] = "┴";
    const std::size_t centre = margin + at;
    const std::size_t begin = centre - std::min(centre, tick.label.size() / 2);
    if (begin < free || begin + tick.label.size() > margin + width) continue;
    labels.replace(begin, tick.label.size(), tick.label);
    free = begin + tick.label.size() + 2;
  }
  labels.erase(labels.find_last_not_of(' ') + 1);
  std::string out = std::string(margin - 1, ' ') + "└";
  for (const std::string& part : line) out += part;
  return out + '\n' + labels + '\n';
}

std::string draw_panel(const Chart& chart, const Panel& panel, std::size_t columns) {
  const Scale across = x_scale(chart);
  const Scale up = y_scale(chart, panel);
  std::vector<std::string> labels(rows_of_panel);
  std::size_t label_width = 0;
  for (const Tick& tick : ticks(up, 5)) {
    labels[rows_of_panel - 1 - place(up, tick.value, rows_of_panel)] = tick.label;
    label_width = std::max(label_width, base::display_width(tick.label));
  }
  const std::size_t margin = label_width + 2;
  const std::size_t width = std::max(columns > margin ? columns - margin : 0, fewest_columns);
  Canvas canvas(width);
  for (std::size_t i = 0; i < panel.lines.size(); ++i) {
    if (panel.lines.size() == 1) draw(canvas, panel.lines[i], across, up);
    if (panel.lines.size() > 1) draw_marks(canvas, panel.lines[i], i, across, up);
  }
  std::string out = named(panel.name, panel.unit) + '\n';
  for (std::size_t row = 0; row < rows_of_panel; ++row) {
    out += aligned_right(labels[row], label_width) + (labels[row].empty() ? " │" : " ┤") + canvas.row(row) +
           '\n';
  }
  out += foot(across, width, margin);
  const std::string name = named(chart.x_name, chart.x_unit);
  out += std::string(columns > name.size() ? columns - name.size() : 0, ' ') + name + '\n';
  return out;
}

}  // namespace

std::string draw_terminal(const Chart& chart, std::size_t columns) {
  std::string out;
  for (const Panel& panel : chart.panels) {
    if (!out.empty()) out += '\n';
    out += draw_panel(chart, panel, columns);
  }
  const auto& lines = chart.panels.front().lines;
  for (std::size_t i = 0; lines.size() > 1 && i < lines.size(); ++i)
    out += fmt::format("  {} {}\n", marks[i], lines[i].name);
  if (chart.hidden_lines > 0) out += fmt::format("  {} further lines are not shown\n", chart.hidden_lines);
  return out;
}

}  // namespace reckon::report
