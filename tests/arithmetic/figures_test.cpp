// SPDX-License-Identifier: MIT
// Figures that are kept once.
#include "arithmetic/figures.hpp"

#include "arithmetic/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::arithmetic {
namespace {

const Figure& figure(const Sample& sample, std::size_t id) {
  return sample.tokens.figures[id];
}

TEST_CASE("a figure that is said again is the same one, wherever it stands") {
  const Sample sample("we keep 4 kb twice, that is 4 kb and 4 kb, or 4 MB");
  REQUIRE(sample.tokens.figures.size() == 4);
  CHECK(&figure(sample, 0) == &figure(sample, 2));
  CHECK(&figure(sample, 0) != &figure(sample, 3));
}

TEST_CASE("what can be read otherwise is kept once, too") {
  const Sample once("4 Gb/s");
  const Sample thrice("4 Gb/s, 4 Gb/s and 4 Gb/s");
  CHECK(figure(once, 0).reading_count > 0);
  CHECK(thrice.tokens.readings.size() == once.tokens.readings.size());
}

TEST_CASE("a figure that is set changes at its own place alone") {
  Sample sample("4 or 4");
  Figure other = figure(sample, 1);
  other.number = 5.0;
  sample.tokens.figures.set(1, other, sample.tokens.readings);
  CHECK(figure(sample, 0).number == 4.0);
  CHECK(figure(sample, 1).number == 5.0);
}

TEST_CASE("thousands of figures are told apart") {
  std::string text;
  for (int i = 1; i <= 5000; ++i) text += std::to_string(i) + " GB, ";
  const Sample sample(text);
  REQUIRE(sample.tokens.figures.size() == 5000);
  for (std::size_t i = 0; i < 5000; ++i) REQUIRE(figure(sample, i).number == static_cast<double>(i + 1));
}

}  // namespace
}  // namespace reckon::arithmetic
