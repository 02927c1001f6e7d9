// SPDX-License-Identifier: MIT
// The table of operations.
#include "arithmetic/operation.hpp"

#include <catch2/catch.hpp>

#include <cmath>

namespace reckon::arithmetic {
namespace {

TEST_CASE("operators bind in the usual order, and functions tightest") {
  CHECK(row_of(Operation::add).precedence == row_of(Operation::subtract).precedence);
  CHECK(row_of(Operation::add).precedence < row_of(Operation::multiply).precedence);
  CHECK(row_of(Operation::multiply).precedence == row_of(Operation::divide).precedence);
  CHECK(row_of(Operation::divide).precedence < row_of(Operation::power).precedence);
  CHECK(row_of(Operation::ceil).precedence == tightest);
  CHECK(row_of(Operation::figure).precedence == tightest);
}

TEST_CASE("operations of one operand are calculated") {
  const auto of = [](Operation operation, double x) { return row_of(operation).of(x); };
  CHECK(of(Operation::negate, 3) == -3);
  CHECK(of(Operation::ceil, 7.14) == 8);
  CHECK(of(Operation::floor, 7.9) == 7);
  CHECK(of(Operation::round, 7.5) == 8);
  CHECK(of(Operation::root, 144) == 12);
  CHECK(of(Operation::log2, 1024) == 10);
  CHECK(of(Operation::log10, 1000) == Approx(3));
  CHECK(of(Operation::ln, std::exp(2.0)) == Approx(2));
  CHECK(std::isnan(of(Operation::root, -1)));
}

TEST_CASE("what floating point adds to a whole number rounds nothing up or down") {
  CHECK(row_of(Operation::ceil).of(0.1 * 3 * 10) == 3);
  CHECK(row_of(Operation::floor).of((0.1 + 0.7) * 10) == 8);
}

TEST_CASE("every operation says how many operands it has and how it is printed") {
  for (int i = 0; i < static_cast<int>(Operation::count); ++i) {
    const OperationRow& row = row_of(static_cast<Operation>(i));
    INFO(i);
    CHECK(row.operands <= 2);
    if (row.operands > 0) CHECK((!row.sign.empty() || !row.name.empty()));
    CHECK((row.of != nullptr) == (row.operands == 1));
  }
}

}  // namespace
}  // namespace reckon::arithmetic
