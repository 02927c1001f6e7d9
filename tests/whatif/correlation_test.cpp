// SPDX-License-Identifier: MIT
#include "whatif/correlation.hpp"

#include "sample.hpp"
#include "whatif/sampler.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <cmath>

namespace reckon::whatif {
namespace {

/// Four inputs: peakTPS, fleet.cpu_time, fleet.utilisation, regions.
const std::vector<Varied>& inputs() {
  static const std::vector<Varied> all = [] {
    base::Sources sources;
    std::vector<Varied> out;
    for (const char* text : {"peakTPS=50k/s..200k/s", "cpu_time=normal(1..3ms)",
                             "utilisation=uniform(50..80%)", "regions=whole(2..6)"}) {
      out.push_back(*read_varied(test::context("payment-gateway"), sources, sources.add("--vary", text)));
    }
    return out;
  }();
  return all;
}

base::Result<Correlation> read_pair_of(const std::string& text) {
  static base::Sources sources;
  return read_correlation(test::context("payment-gateway"), sources, sources.add("--correlate", text),
                          inputs());
}

Correlation pair(std::size_t first, std::size_t second, double value) {
  return {first, second, value, {}};
}

/// Pearson's correlation of two columns.
double correlation(const std::vector<double>& a, const std::vector<double>& b) {
  const auto count = static_cast<double>(a.size());
  double mean_a = 0.0;
  double mean_b = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    mean_a += a[i] / count;
    mean_b += b[i] / count;
  }
  double aa = 0.0;
  double bb = 0.0;
  double ab = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    aa += (a[i] - mean_a) * (a[i] - mean_a);
    bb += (b[i] - mean_b) * (b[i] - mean_b);
    ab += (a[i] - mean_a) * (b[i] - mean_b);
  }
  return ab / std::sqrt(aa * bb);
}

std::vector<std::vector<double>> sample(const std::vector<Correlation>& pairs) {
  constexpr std::size_t rows = 100'000;
  const Sampler sampler(inputs(), *mixing(inputs().size(), pairs), 5, formula::best_kernels());
  Sampler::Columns columns(sampler, rows);
  sampler.fill(0, rows, columns);
  return columns.values;
}

std::vector<double> logarithms(std::vector<double> column) {
  for (double& x : column) x = std::log(x);
  return column;
}

struct BadPair {
  const char* text;
  const char* code;
  std::uint32_t begin;
};

}  // namespace

TEST_CASE("a correlation names two varied inputs") {
  const auto read_pair = read_pair_of("peakTPS,cpu_time=-0.3");
  REQUIRE(read_pair.has_value());
  CHECK(read_pair->first == 0);
  CHECK(read_pair->second == 1);
  CHECK(read_pair->value == -0.3);
  CHECK(read_pair_of("peak_rate,fleet.cpu_time=1")->value == 1.0);  // the same by the names of the model
}

TEST_CASE("what is no correlation says so at its place") {
  const BadPair cases[] = {
      {"peakTPS", "usage.correlation", 0},
      {"peakTPS=0.5", "usage.correlation", 0},
      {"peakTPS,cpu_time", "usage.correlation", 0},
      {"peakTPS,cpu_time=", "usage.correlation", 17},
      {"peakTPS,cpu_time=much", "usage.correlation", 17},
      {"peakTPS,cpu_time=1.01", "usage.correlation", 17},
      {"peakTPS,cpu_time=-1.01", "usage.correlation", 17},
      {"peakTPS,cpu_time=0.5 GB", "usage.correlation", 17},
      {"peakTPS,peak_rate=0.5", "usage.correlation", 0},
      {"peakTPS,payload=0.5", "usage.correlation", 8},
      {"peekTPS,cpu_time=0.5", "usage.unknown-name", 0},
  };
  for (const BadPair& row : cases) {
    INFO(row.text);
    const auto pair = read_pair_of(row.text);
    REQUIRE_FALSE(pair.has_value());
    CHECK(pair.error().code == row.code);
    CHECK(pair.error().primary.span.begin == row.begin);
  }
}

TEST_CASE("the factor times itself is the matrix of correlations") {
  const bool holds = rc::check("L L' = C", [] {
    // Correlations that hang together: of random directions in five dimensions.
    std::vector<std::vector<double>> directions(4, std::vector<double>(5));
    for (auto& direction : directions) {
      double length = 0.0;
      for (double& x : direction) {
        x = *rc::gen::inRange(-100, 101) / 100.0 + 0.003;
        length += x * x;
      }
      for (double& x : direction) x /= std::sqrt(length);
    }
    std::vector<Correlation> pairs;
    for (std::size_t i = 0; i < 4; ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        double product = 0.0;
        for (std::size_t k = 0; k < 5; ++k) product += directions[i][k] * directions[j][k];
        pairs.push_back(pair(j, i, product));
      }
    }
    const auto factor = mixing(4, pairs);
    RC_ASSERT(factor.has_value());
    for (const Correlation& wanted : pairs) {
      double product = 0.0;
      for (std::size_t k = 0; k <= wanted.first; ++k)
        product += (*factor)[wanted.first][k] * (*factor)[wanted.second][k];
      RC_ASSERT(std::fabs(product - wanted.value) < 1e-9);
    }
  });
  CHECK(holds);
}

TEST_CASE("correlations that contradict each other are refused") {
  CHECK(mixing(3, {pair(0, 1, 0.9), pair(1, 2, 0.9), pair(0, 2, 0.9)}).has_value());
  CHECK_FALSE(mixing(3, {pair(0, 1, 0.9), pair(1, 2, 0.9), pair(0, 2, -0.9)}).has_value());
  CHECK_FALSE(mixing(2, {pair(0, 1, 0.9), pair(1, 0, 0.9)}).has_value());
  // Tied altogether is no contradiction, but then a third input has to agree with both.
  CHECK(mixing(2, {pair(0, 1, -1.0)}).has_value());
  CHECK(mixing(3, {pair(0, 1, 1.0), pair(1, 2, 0.5), pair(0, 2, 0.5)}).has_value());
  CHECK_FALSE(mixing(3, {pair(0, 1, 1.0), pair(0, 2, 0.5)}).has_value());
}

TEST_CASE("samples go together as asked, and each keeps its own distribution") {
  const auto free = sample({});
  const auto tied = sample({pair(0, 1, 0.7), pair(1, 3, -0.5)});
  CHECK(std::fabs(correlation(logarithms(free[0]), free[1])) < 0.011);
  CHECK(correlation(logarithms(tied[0]), tied[1]) == Approx(0.7).margin(0.006));
  CHECK(correlation(tied[1], tied[3]) < -0.45);
  CHECK(std::fabs(correlation(tied[1], tied[2])) < 0.011);
  for (std::size_t i = 0; i < inputs().size(); ++i) {
    const Distribution& distribution = inputs()[i].distribution;
    for (const double p : {0.05, 0.5, 0.95}) {
      const double limit = quantile(distribution, p);
      double below = 0.0;
      for (const double value : tied[i]) below += value <= limit ? 1e-5 : 0.0;
      CHECK(below == Approx(cumulative(distribution, limit)).margin(0.004));
    }
  }
}

TEST_CASE("an input that is tied to no other keeps its values") {
  const auto free = sample({});
  const auto tied = sample({pair(0, 1, 0.7)});
  CHECK(free[2] == tied[2]);
  CHECK(free[3] == tied[3]);
  CHECK(free[0] == tied[0]);
  CHECK(free[1] != tied[1]);
}

TEST_CASE("a sample is the same in whatever block it is made") {
  const Sampler sampler(inputs(), *mixing(4, {pair(0, 2, 0.7)}), 5, formula::best_kernels());
  Sampler::Columns all(sampler, 1000);
  sampler.fill(0, 1000, all);
  Sampler::Columns one(sampler, 1);
  for (const std::size_t row : {0U, 1U, 63U, 64U, 999U}) {
    sampler.fill(row, 1, one);
    for (std::size_t i = 0; i < inputs().size(); ++i) CHECK(one.values[i][0] == all.values[i][row]);
  }
}

}  // namespace reckon::whatif
