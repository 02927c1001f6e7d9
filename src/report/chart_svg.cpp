// SPDX-License-Identifier: MIT
// Charts as SVG: panels below each other on one sheet, axes with units, a key where there are several lines.
// No script, no font and no style sheet from elsewhere.
#include "report/chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace reckon::report {
namespace {

constexpr double sheet_width = 760.0;
constexpr double panel_height = 300.0;
constexpr double head_height = 56.0;
constexpr double left = 92.0;
constexpr double right = 28.0;
constexpr double above = 34.0;  ///< of a panel's plot
constexpr double below = 52.0;
constexpr double key_height = 20.0;

/// Okabe and Ito's colours, which colour-blind readers can tell apart; dashes for those who print in black.
struct Stroke {
  const char* colour;
  const char* dashes;
};
constexpr std::array<Stroke, most_lines> strokes{{{"#0072b2", "none"},
                                                  {"#d55e00", "7 3"},
                                                  {"#009e73", "2 3"},
                                                  {"#cc79a7", "9 3 2 3"},
                                                  {"#56b4e9", "none"},
                                                  {"#e69f00", "7 3"},
                                                  {"#000000", "2 3"},
                                                  {"#8c6d31", "9 3 2 3"}}};

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string escaped_name(const std::string& name, const std::string& unit) {
  return escaped(unit == "1" ? name : fmt::format("{} [{}]", name, unit));
}

std::string text(double x, double y, const char* anchor, const std::string& content, const char* more = "") {
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\"{}>{}</text>\n", x, y, anchor, more,
                     content);
}

std::string rule(double x1, double y1, double x2, double y2, const char* colour) {
  return fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"{}\"/>\n", x1,
                     y1, x2, y2, colour);
}

/// Where values lie on the sheet.
struct Plot {
  Scale across;
  Scale up;
  double top = 0.0;

  [[nodiscard]] double bottom() const { return top + panel_height - above - below; }
  [[nodiscard]] double x(double value) const {
    return left + across.position(value) * (sheet_width - left - right);
  }
  [[nodiscard]] double y(double value) const { return bottom() - up.position(value) * (bottom() - top); }
};

std::string draw_line(const Plot& plot, const Line& line, const Stroke& stroke) {
  std::string path;
  std::string dots;
  bool is_joined = false;
  const bool has_few = line.points.size() <= 40;
  for (const Point& point : line.points) {
    if (!point.y) {
      is_joined = false;
      continue;
    }
    const double x = plot.x(point.x);
    const double y = plot.y(*point.y);
    path += fmt::format("{}{:.1f} {:.1f}", is_joined ? " L" : " M", x, y);
    if (has_few)
      dots +=
          fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"2.5\" fill=\"{}\"/>\n", x, y, stroke.colour);
    is_joined = true;
  }
  if (path.empty()) return {};
  return fmt::format(
             "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"1.8\" stroke-dasharray=\"{}\" "
             "stroke-linejoin=\"round\"/>\n",
             path.substr(1), stroke.colour, stroke.dashes) +
         dots;
}

std::string draw_panel(const Chart& chart, const Panel& panel, double top) {
  const Plot plot{x_scale(chart), y_scale(chart, panel), top + above};
  std::string out =
      text(left, top + above - 12.0, "start", escaped_name(panel.name, panel.unit), " class=\"name\"");
  for (const Tick& tick : ticks(plot.up, 6)) {
    const double y = plot.y(tick.value);
    out += rule(left, y, sheet_width - right, y, "#e3e3e3");
    out += text(left - 8.0, y + 4.0, "end", escaped(tick.label));
  }
  for (const Tick& tick : ticks(plot.across, 8)) {
    const double x = plot.x(tick.value);
    out += rule(x, plot.bottom(), x, plot.bottom() + 5.0, "#444");
    out += text(x, plot.bottom() + 19.0, "middle", escaped(tick.label));
  }
  out += rule(left, plot.bottom(), sheet_width - right, plot.bottom(), "#444");
  out += rule(left, plot.top, left, plot.bottom(), "#444");
  out += text((left + sheet_width - right) / 2.0, plot.bottom() + 38.0, "middle",
              escaped_name(chart.x_name, chart.x_unit));
  for (std::size_t i = 0; i < panel.lines.size(); ++i) out += draw_line(plot, panel.lines[i], strokes[i]);
  return out;
}

/// As many as fit a line.
std::string panel_names(const Chart& chart) {
  constexpr std::size_t most = 3;
  std::string out;
  for (std::size_t i = 0; i < std::min(chart.panels.size(), most); ++i)
    out += (i == 0 ? "" : ", ") + chart.panels[i].name;
  if (chart.panels.size() > most) out += fmt::format(" and {} more", chart.panels.size() - most);
  return out;
}

std::string draw_key(const Chart& chart, double top) {
  std::string out;
  const auto& lines = chart.panels.front().lines;
  for (std::size_t i = 0; lines.size() > 1 && i < lines.size(); ++i) {
    const double y = top + key_height * static_cast<double>(i);
    out += fmt::format(
        "<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"{}\" "
        "stroke-width=\"1.8\" stroke-dasharray=\"{}\"/>\n",
        left, y, left + 34.0, y, strokes[i].colour, strokes[i].dashes);
    out += text(left + 42.0, y + 4.0, "start", escaped(lines[i].name));
  }
  if (chart.hidden_lines > 0) {
    out += text(left, top + key_height * static_cast<double>(lines.size()) + 4.0, "start",
                fmt::format("{} further lines are not shown", chart.hidden_lines));
  }
  return out;
}

}  // namespace

std::string draw_svg(const Chart& chart) {
  const auto panels = static_cast<double>(chart.panels.size());
  const std::size_t lines = chart.panels.front().lines.size();
  const double keys = lines > 1 ? static_cast<double>(lines) + (chart.hidden_lines > 0 ? 1.0 : 0.0) : 0.0;
  const double height = head_height + panels * panel_height + keys * key_height + 12.0;
  const std::string what = escaped(fmt::format("{} by {}", panel_names(chart), chart.x_name));
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.0f}\" height=\"{1:.0f}\" viewBox=\"0 0 {0:.0f} "
      "{1:.0f}\" role=\"img\">\n<title>{2}</title>\n<desc>{3}</desc>\n"
      "<style>text {{ font: 12px system-ui, 'DejaVu Sans', sans-serif; fill: #222 }} .title {{ font-size: "
      "17px; "
      "font-weight: 600 }} .name {{ font-size: 13px; font-weight: 600 }}</style>\n"
      "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
      sheet_width, height, escaped(chart.title), what);
  out += text(left, 26.0, "start", escaped(chart.title), " class=\"title\"");
  out += text(left, 46.0, "start", what);
  for (std::size_t i = 0; i < chart.panels.size(); ++i)
    out += draw_panel(chart, chart.panels[i], head_height + static_cast<double>(i) * panel_height);
  out += draw_key(chart, head_height + panels * panel_height + 8.0);
  return out + "</svg>\n";
}

}  // namespace reckon::report
