// SPDX-License-Identifier: MIT
// Charts: which points are kept, what stands on the axes, and that SVG is well-formed whatever it shows.
#include "report/chart.hpp"

#include "sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace reckon::report {
namespace {

Chart chart_of(const std::vector<std::string>& sweeps, const std::string& names) {
  const check::Context context = test::context("payment-gateway");
  base::Sources sources;
  std::vector<whatif::Axis> axes;
  for (const std::string& text : sweeps)
    axes.push_back(whatif::read_axis(context, sources, sources.add("--sweep", text)).value());
  const whatif::Grid grid = whatif::make_grid(axes).value();
  const auto outputs = whatif::read_outputs(context, sources, sources.add("--outputs", names), {}).value();
  ChartPoints points(sweep_head(context, grid, outputs, "0.0.0"), grid);
  whatif::sweep(context, grid, outputs, [&](const whatif::Row& row) { points.row(row); }, {});
  return points.chart();
}

Chart drawn(std::vector<Line> lines) {
  return {"A & B <c> \"d\"", "load", "request/s", false, {{"cores", "core", std::move(lines)}}, 0};
}

/// Tags open and close in order, and no bare ampersand or bracket is left.
bool is_well_formed(const std::string& text) {
  std::vector<std::string> open;
  for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
    const std::size_t end = text.find('>', at);
    if (end == std::string::npos) return false;
    const std::string tag = text.substr(at + 1, end - at - 1);
    if (tag.starts_with('?') || tag.ends_with('/')) continue;
    const std::string name =
        tag.substr(tag.starts_with('/') ? 1 : 0, tag.find(' ') - (tag.starts_with('/') ? 1 : 0));
    if (!tag.starts_with('/')) {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      return false;
    } else {
      open.pop_back();
    }
  }
  return open.empty();
}

}  // namespace

TEST_CASE("each combination of the further axes is a line, named by its values") {
  const Chart chart = chart_of({"peakTPS=100k/s..400k/s:x2", "regions=2..4"}, "installed_cores,log.stored");
  CHECK(chart.is_logarithmic);
  CHECK(chart.x_name == "peakTPS");
  REQUIRE(chart.panels.size() == 2);
  REQUIRE(chart.panels[0].lines.size() == 3);
  CHECK(chart.panels[0].lines[1].name == "regions = 3");
  REQUIRE(chart.panels[0].lines[1].points.size() == 3);
  CHECK(chart.panels[0].lines[1].points[0].x == 100000.0);
  CHECK(chart.panels[0].lines[1].points[0].y == 216.0);
}

TEST_CASE("no more points are kept than can be seen, the first and the last among them") {
  const Chart chart = chart_of({"peakTPS=1/s..100k/s:100000"}, "fleet.cores");
  const auto& points = chart.panels[0].lines[0].points;
  CHECK(points.size() <= 4000);
  CHECK(points.front().x == 1.0);
  CHECK(points.back().x == 100000.0);
  CHECK(
      std::is_sorted(points.begin(), points.end(), [](const Point& a, const Point& b) { return a.x < b.x; }));
}

TEST_CASE("lines that could not be told apart are counted instead") {
  const Chart chart = chart_of({"peakTPS=1k/s..2k/s:2", "regions=2..13"}, "installed_cores");
  CHECK(chart.panels[0].lines.size() == most_lines);
  CHECK(chart.hidden_lines == 12 - most_lines);
  CHECK(draw_terminal(chart, 80).find("4 further lines are not shown") != std::string::npos);
  CHECK(draw_svg(chart).find("4 further lines are not shown") != std::string::npos);
}

TEST_CASE("what a chart says is text, never markup") {
  const std::string svg = draw_svg(drawn({{"a < b", {{1.0, 2.0}, {2.0, 3.0}}}, {"c & d", {{1.0, 1.0}}}}));
  CHECK(is_well_formed(svg));
  CHECK(svg.find("A &amp; B &lt;c&gt; &quot;d&quot;") != std::string::npos);
  CHECK(svg.find("load [request/s]") != std::string::npos);
  CHECK(svg.find("cores [core]") != std::string::npos);
}

TEST_CASE("charts of hardly anything are drawn all the same") {
  const std::vector<std::vector<Line>> cases{
      {{"", {}}},
      {{"", {{1.0, std::nullopt}}}},
      {{"", {{1.0, 5.0}}}},
      {{"", {{1.0, 0.0}, {2.0, 0.0}}}},
      {{"", {{-1.0, -5.0}, {1.0, 5.0}}}},
      {{"", {{1.0, 5.0}, {2.0, std::nullopt}, {3.0, 7.0}}}},
      {{"", {{0.0, 1e300}, {1e300, 1e-300}}}},
  };
  for (const auto& lines : cases) {
    for (const bool is_logarithmic : {false, true}) {
      Chart chart = drawn(lines);
      chart.is_logarithmic = is_logarithmic && !lines[0].points.empty() && lines[0].points[0].x > 0.0;
      CHECK(is_well_formed(draw_svg(chart)));
      CHECK(draw_svg(chart).find("nan") == std::string::npos);
      for (const std::size_t columns : {0U, 1U, 40U, 300U})
        CHECK_FALSE(draw_terminal(chart, columns).empty());
    }
  }
}

TEST_CASE("a line is broken where there is no value") {
  const std::string svg = draw_svg(drawn({{"", {{1.0, 5.0}, {2.0, std::nullopt}, {3.0, 7.0}}}}));
  const std::size_t path = svg.find("<path d=\"");
  REQUIRE(path != std::string::npos);
  const std::string data = svg.substr(path, svg.find('>', path) - path);
  CHECK(std::count(data.begin(), data.end(), 'M') == 2);
  CHECK(data.find('L') == std::string::npos);
}

}  // namespace reckon::report
