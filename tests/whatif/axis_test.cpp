// SPDX-License-Identifier: MIT
// What each way of writing a sweep means, and what is told about those that mean nothing.
#include "whatif/axis.hpp"

#include "sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::whatif {
namespace {

base::Result<Axis> read_axis_of(const std::string& text) {
  static base::Sources sources;
  return read_axis(test::context("payment-gateway"), sources, sources.add("--sweep", text));
}

struct ReadAxis {
  const char* text;
  std::vector<double> values;  ///< in base units
};

struct BadAxis {
  const char* text;
  const char* code;
  std::uint32_t begin;  ///< of what is marked
};

}  // namespace

TEST_CASE("a sweep is so many points, steps of a size, or factors") {
  const ReadAxis cases[] = {
      {"peakTPS=100k/s..200k/s:3", {1e5, 1.5e5, 2e5}},
      {"peak_rate=100k/s..200k/s:50k/s", {1e5, 1.5e5, 2e5}},
      {"peak_rate=100k/s..200k/s:+60k/s", {1e5, 1.6e5}},
      {"peakTPS=1k/s..10k/s:x2", {1e3, 2e3, 4e3, 8e3}},
      {"peakTPS=1k/s..100k/s:x10", {1e3, 1e4, 1e5}},
      {"peakTPS=1k/s..100k/s:×10", {1e3, 1e4, 1e5}},
      {"regions=2..5", {2, 3, 4, 5}},  // whole ends of a plain count go one by one
      {"regions=1..2:+0.5", {1, 1.5, 2}},
      {"cpu_time=50..200us:4",
       {50e-6, 100e-6, 150e-6, 200e-6}},  // the low end takes the unit of the high end
      {"cpu_time=500us..1ms:250us", {500e-6, 750e-6, 1e-3}},
      {"utilisation=50..70%:10%", {0.5, 0.6, 0.7}},
      {"utilisation=10%..30%:3", {0.1, 0.2, 0.3}},
  };
  for (const ReadAxis& row : cases) {
    INFO(row.text);
    const auto axis = read_axis_of(row.text);
    if (!axis) FAIL(axis.error().message);
    REQUIRE(axis->points == row.values.size());
    for (std::size_t i = 0; i < row.values.size(); ++i) CHECK(axis->value(i) == Approx(row.values[i]));
  }
}

TEST_CASE("a range without steps has eleven points and ends where it says") {
  const auto axis = read_axis_of("peakTPS=0.1/s..0.3/s");
  REQUIRE(axis.has_value());
  CHECK(axis->points == 11);
  CHECK(axis->value(10) == 0.3);
}

TEST_CASE("a variable is swept through what it feeds, under its own name") {
  const check::Context context = test::context("payment-gateway");
  const auto axis = read_axis_of("latencySLA=10ms..20ms");
  REQUIRE(axis.has_value());
  CHECK(axis->name == "latencySLA");
  CHECK(axis->slots == std::vector<model::SlotId>{test::slot(context, "latency_limit")});
}

TEST_CASE("what is no sweep says so at its place") {
  const BadAxis cases[] = {
      {"peekTPS=1/s..2/s", "usage.unknown-name", 0},
      {"nothing=1..2", "usage.unknown-name", 0},
      {"infrastructure=1..2", "usage.not-a-quantity", 0},
      {"peakTPS", "usage.range", 0},
      {"=1..2", "usage.range", 0},
      {"peakTPS=", "usage.range", 0},
      {"peakTPS=5/s", "usage.range", 8},
      {"peakTPS=..5/s", "usage.range", 8},
      {"peakTPS=50..200k/s", "usage.range", 8},  // 50 or 50k?
      {"peakTPS=1/s..5 GB", "quantity.wrong-dimension", 13},
      {"peakTPS=1 GB..5/s", "quantity.wrong-dimension", 8},
      {"peakTPS=200k/s..100k/s", "usage.range-empty", 8},
      {"peakTPS=5/s..5/s", "usage.range-empty", 8},
      {"peakTPS=1/s..5/s:0/s", "usage.sweep-step", 17},
      {"peakTPS=1/s..5/s:-1/s", "usage.sweep-step", 17},
      {"peakTPS=1/s..5/s:9/s", "usage.sweep-step", 17},
      {"peakTPS=1/s..5/s:0", "usage.sweep-step", 17},
      {"peakTPS=1/s..5/s:1", "usage.sweep-step", 17},
      {"peakTPS=1/s..5/s:2.5", "usage.sweep-step", 17},
      {"peakTPS=1/s..5/s:x1", "usage.sweep-step", 17},
      {"peakTPS=1/s..5/s:x0.5", "usage.sweep-step", 17},
      {"peakTPS=1/s..5/s:x", "usage.sweep-step", 17},
      {"peakTPS=0/s..5/s:x2", "usage.sweep-step", 17},
      {"peakTPS=1/s..5/s:", "usage.sweep-step", 16},
      {"regions=1..5:+0", "usage.sweep-step", 13},
      {"peakTPS=1/s..5/s:3 GB", "quantity.wrong-dimension", 17},
  };
  for (const BadAxis& row : cases) {
    INFO(row.text);
    const auto axis = read_axis_of(row.text);
    REQUIRE_FALSE(axis.has_value());
    INFO(axis.error().message);
    CHECK(axis.error().code == row.code);
    CHECK(axis.error().primary.span.begin == row.begin);
    CHECK_FALSE(axis.error().primary.span.empty());
  }
}

}  // namespace reckon::whatif
