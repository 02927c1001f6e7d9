// SPDX-License-Identifier: MIT
// One operand stands apart from the calculation.
#include "derive/written/elided.hpp"

#include "derive/sample.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

bool is_completed_by(const Sample& sample, std::string_view operand) {
  const auto& all = sample.derived.derivations;
  return std::any_of(all.begin(), all.end(), [&](const Derivation& derivation) {
    return derivation.generator == Generator::elided && derivation.holds() && derivation.gap != nowhere &&
           sample.text(derivation.gap) == operand;
  });
}

TEST_CASE("an operand near by that makes a failing calculation hold is found") {
  CHECK(is_completed_by(Sample("For 7 zones we run 12 × 40 = 3,360 pods."), "7 zones"));
  CHECK(is_completed_by(Sample("There are 7 zones.\n\n12 × 40 = 3,360 pods"), "7 zones"));
  CHECK(is_completed_by(Sample("At 35 % we keep 12 × 400 = 1,680 pods."), "35 %"));
}

TEST_CASE("what is said of each leaves out how many there are") {
  CHECK(is_completed_by(Sample("12 × 900 / 6 = 150 rps each"), "12"));
}

TEST_CASE("what is far, is used already or does not fit completes nothing") {
  CHECK_FALSE(is_completed_by(Sample("7 zones\n\n1 a\n\n2 b\n\n3 c\n\n4 d\n\n12 × 40 = 3,360"), "7 zones"));
  CHECK_FALSE(is_completed_by(Sample("For 8 zones we run 12 × 40 = 3,360 pods."), "8 zones"));
  CHECK_FALSE(is_completed_by(Sample("12 × 40 = 5,760"), "12"));
}

TEST_CASE("a calculation that an operand near by completes is not accused") {
  CHECK(verdict(Sample("For 7 zones we run 12 × 40 = 3,360 pods.")) != "contradicted");
  CHECK(verdict(Sample("12 × 40 = 3,360 pods")) == "contradicted");
}

}  // namespace
}  // namespace reckon::derive
