// SPDX-License-Identifier: MIT
// What each way of writing an estimate means, and what is told about those that mean nothing.
#include "whatif/distribution.hpp"

#include "sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::whatif {
namespace {

base::Result<Varied> read_varied_input(const std::string& text) {
  static base::Sources sources;
  return read_varied(test::context("payment-gateway"), sources, sources.add("--vary", text));
}

struct ReadShape {
  const char* text;
  Shape shape;
  std::array<double, 3> quantiles;  ///< at 5 %, 50 % and 95 %, in base units
};

struct BadShape {
  const char* text;
  const char* code;
  std::uint32_t begin;  ///< of what is marked
};

}  // namespace

TEST_CASE("an estimate has the quantiles that it names") {
  const ReadShape cases[] = {
      {"peakTPS=50k/s..200k/s", Shape::lognormal, {5e4, 1e5, 2e5}},
      {"peakTPS=lognormal(50k/s..200k/s)", Shape::lognormal, {5e4, 1e5, 2e5}},
      {"peakTPS=normal(50k/s..150k/s)", Shape::normal, {5e4, 1e5, 1.5e5}},
      {"peakTPS=normal(-50..150/s)", Shape::normal, {-50.0, 50.0, 150.0}},
      {"cpu_time=uniform(1..3ms)", Shape::uniform, {1.1e-3, 2e-3, 2.9e-3}},
      {"cpu_time=triangular(0..2ms)",
       Shape::triangular,
       {0.31622776601683794e-3, 1e-3, 1.6837722339831620e-3}},
      {"cpu_time=triangular(0..0..1ms)",
       Shape::triangular,
       {0.025320565519103666e-3, 0.29289321881345248e-3, 0.77639320225002103e-3}},
      {"regions=whole(2..5)", Shape::whole, {2.0, 3.0, 5.0}},
      {"regions=whole(0..2)", Shape::whole, {0.0, 1.0, 2.0}},
      {"retention=whole(3..14 days)", Shape::whole, {3 * 86400.0, 8 * 86400.0, 14 * 86400.0}},
      {"latencySLA=whole(1..3 ms)", Shape::whole, {1e-3, 2e-3, 3e-3}},
      {"utilisation=50..80%", Shape::lognormal, {0.5, 0.63245553203367588, 0.8}},
  };
  for (const ReadShape& row : cases) {
    INFO(row.text);
    const auto varied = read_varied_input(row.text);
    if (!varied) FAIL(varied.error().message);
    CHECK(varied->distribution.shape == row.shape);
    const std::array<double, 3> at{0.05, 0.5, 0.95};
    for (std::size_t i = 0; i < at.size(); ++i)
      CHECK(quantile(varied->distribution, at[i]) == Approx(row.quantiles[i]).epsilon(1e-12));
  }
}

TEST_CASE("the share below a quantile is its probability") {
  for (const char* text : {"peakTPS=50k/s..200k/s", "peakTPS=1/s..1000M/s", "peakTPS=normal(50k/s..150k/s)",
                           "cpu_time=uniform(1..3ms)", "cpu_time=triangular(0..2ms)",
                           "cpu_time=triangular(1..1..2ms)", "cpu_time=triangular(1..2..2ms)"}) {
    INFO(text);
    const auto varied = read_varied_input(text);
    if (!varied) FAIL(varied.error().message);
    for (const double p : {1e-6, 0.01, 0.05, 0.3, 0.5, 0.9, 0.95, 0.999}) {
      CHECK(cumulative(varied->distribution, quantile(varied->distribution, p)) == Approx(p).epsilon(1e-9));
    }
  }
}

TEST_CASE("of whole numbers a quantile is one of them, and the share below it is at least its probability") {
  const auto varied = read_varied_input("regions=whole(2..5)");
  REQUIRE(varied.has_value());
  for (int i = 1; i < 1000; ++i) {
    const double p = i / 1000.0;
    const double value = quantile(varied->distribution, p);
    REQUIRE((value == 2.0 || value == 3.0 || value == 4.0 || value == 5.0));
    CHECK(cumulative(varied->distribution, value) >= p);
    CHECK(cumulative(varied->distribution, value - 1.0) < p);
  }
}

TEST_CASE("nothing lies beyond the ends of what has ends") {
  for (const char* text :
       {"cpu_time=uniform(1..3ms)", "cpu_time=triangular(1..3ms)", "cpu_time=triangular(1..1..3ms)"}) {
    const auto varied = read_varied_input(text);
    REQUIRE(varied.has_value());
    CHECK(cumulative(varied->distribution, 0.5e-3) == 0.0);
    CHECK(cumulative(varied->distribution, 5e-3) == 1.0);
    CHECK(quantile(varied->distribution, 1e-12) >= 1e-3);
    CHECK(quantile(varied->distribution, 1.0 - 1e-12) <= 3e-3);
  }
}

TEST_CASE("what is no estimate says so at its place") {
  const BadShape cases[] = {
      {"peekTPS=1/s..2/s", "usage.unknown-name", 0},
      {"infrastructure=1..2", "usage.not-a-quantity", 0},
      {"peakTPS", "usage.range", 0},
      {"peakTPS=5/s", "usage.range", 8},
      {"peakTPS=1/s..2/s..3/s", "usage.range", 8},
      {"peakTPS=uniform(1/s..2/s..3/s)", "usage.range", 16},
      {"cpu_time=triangular(1..2..3..4ms)", "usage.range", 20},
      {"cpu_time=triangular(1ms..5ms..2ms)", "usage.range", 25},
      {"peakTPS=uniform()", "usage.range", 16},
      {"peakTPS=gamma(1/s..2/s)", "usage.vary-shape", 8},
      {"peakTPS=(1/s..2/s)", "usage.vary-shape", 8},
      {"peakTPS=1 GB..2 GB", "quantity.wrong-dimension", 14},
      {"peakTPS=5/s..5/s", "usage.range-empty", 8},
      {"peakTPS=7/s..5/s", "usage.range-empty", 8},
      {"peakTPS=0/s..5/s", "usage.vary-meaning", 8},
      {"peakTPS=lognormal(-1..5/s)", "usage.vary-meaning", 18},
      {"regions=whole(1.5..3)", "usage.vary-range", 14},
  };
  for (const BadShape& row : cases) {
    INFO(row.text);
    const auto varied = read_varied_input(row.text);
    REQUIRE_FALSE(varied.has_value());
    INFO(varied.error().message);
    CHECK(varied.error().code == row.code);
    CHECK(varied.error().primary.span.begin == row.begin);
  }
}

}  // namespace reckon::whatif
