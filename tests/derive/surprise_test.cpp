// SPDX-License-Identifier: MIT
// What it is worth that two numbers agree.
#include "derive/search/surprise.hpp"

#include <catch2/catch.hpp>

namespace reckon::derive {
namespace {

arithmetic::Figure with_digits(std::uint8_t digits) {
  arithmetic::Figure out;
  out.digits = digits;
  return out;
}

TEST_CASE("one digit says little, each further one more than three bits") {
  CHECK(surprise(with_digits(1), 0.0) < 3.0F);
  CHECK(surprise(with_digits(2), 0.0) < 7.0F);
  for (std::uint8_t digits = 2; digits < 6; ++digits)
    CHECK(surprise(with_digits(digits), 0.0) > surprise(with_digits(digits - 1), 0.0) + 3.0F);
}

TEST_CASE("a wide stretch is easily met") {
  CHECK(surprise(with_digits(6), 0.001) > surprise(with_digits(6), 0.1));
  CHECK(surprise(with_digits(6), 10.0) == 0.0F);
  CHECK(surprise(with_digits(1), 0.001) == surprise(with_digits(1), 0.0));
}

}  // namespace
}  // namespace reckon::derive
