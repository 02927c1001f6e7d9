// SPDX-License-Identifier: MIT
#include "units/dimension.hpp"

#include <catch2/catch.hpp>

namespace reckon::units {

TEST_CASE("a dimension prints in base units") {
  const Dimension rate = axis(Axis::request) / axis(Axis::time);
  CHECK(symbol({}) == "1");
  CHECK(symbol(axis(Axis::data)) == "B");
  CHECK(symbol(rate) == "request/s");
  CHECK(symbol(rate / axis(Axis::node)) == "request/s/node");
  CHECK(symbol(power(axis(Axis::time), -1)) == "1/s");
  CHECK(symbol(power(axis(Axis::time), -2)) == "1/s\xc2\xb2");
  CHECK(symbol(axis(Axis::time) * axis(Axis::core) / axis(Axis::request)) ==
        "s\xc2\xb7"
        "core/request");
  CHECK(symbol(power(axis(Axis::data), 4)) == "B^4");
}

TEST_CASE("common dimensions have names") {
  CHECK(common_name({}) == "plain number");
  CHECK(common_name(axis(Axis::data) / axis(Axis::time)) == "bandwidth");
  CHECK(common_name(power(axis(Axis::data), 3)).empty());
  CHECK(describe(axis(Axis::data)) == "data size (B)");
  CHECK(describe(power(axis(Axis::data), 3)) == "B\xc2\xb3");
}

TEST_CASE("counts have no strict axis") {
  CHECK(Dimension{}.is_count());
  CHECK(axis(Axis::core).is_count());
  CHECK_FALSE(axis(Axis::data).is_count());
  CHECK((axis(Axis::data) / axis(Axis::core)).without_counts() == axis(Axis::data));
}

TEST_CASE("only even exponents have a root") {
  CHECK(root(power(axis(Axis::time), 2)) == axis(Axis::time));
  CHECK_FALSE(root(axis(Axis::time)));
  CHECK(root(Dimension{}) == Dimension{});
}

}  // namespace reckon::units
