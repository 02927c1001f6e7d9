// SPDX-License-Identifier: MIT
#include "arithmetic/operation.hpp"

#include <array>
#include <cmath>
#include <limits>

namespace reckon::arithmetic {
namespace {

/// What floating point adds to a whole number is no reason to round it up.
constexpr double tolerance = 1e-9;

double negated(double x) {
  return -x;
}
double up(double x) {
  return std::ceil(x - tolerance * std::abs(x));
}
double down(double x) {
  return std::floor(x + tolerance * std::abs(x));
}
double rounded(double x) {
  return std::round(x);
}
double root_of(double x) {
  return x < 0.0 ? std::numeric_limits<double>::quiet_NaN() : std::sqrt(x);
}
double binary_logarithm(double x) {
  return std::log2(x);
}
double natural_logarithm(double x) {
  return std::log(x);
}
double decimal_logarithm(double x) {
  return std::log10(x);
}

constexpr std::array operation_rows{
    OperationRow{Operation::figure, 0, tightest, "", "", nullptr},
    OperationRow{Operation::name, 0, tightest, "", "", nullptr},
    OperationRow{Operation::gap, 0, tightest, "", "", nullptr},
    OperationRow{Operation::one, 0, tightest, "", "", nullptr},
    OperationRow{Operation::constant, 0, tightest, "", "", nullptr},
    OperationRow{Operation::period, 0, tightest, "", "", nullptr},
    OperationRow{Operation::add, 2, 1, " + ", "", nullptr},
    OperationRow{Operation::subtract, 2, 1, " − ", "", nullptr},
    OperationRow{Operation::multiply, 2, 2, " × ", "", nullptr},
    OperationRow{Operation::divide, 2, 2, " ÷ ", "", nullptr},
    OperationRow{Operation::power, 2, 3, "^", "", nullptr},
    OperationRow{Operation::most, 2, tightest, "", "max", nullptr},
    OperationRow{Operation::least, 2, tightest, "", "min", nullptr},
    OperationRow{Operation::negate, 1, 3, "−", "", negated},
    OperationRow{Operation::ceil, 1, tightest, "", "ceil", up},
    OperationRow{Operation::floor, 1, tightest, "", "floor", down},
    OperationRow{Operation::round, 1, tightest, "", "round", rounded},
    OperationRow{Operation::root, 1, tightest, "", "sqrt", root_of},
    OperationRow{Operation::log2, 1, tightest, "", "log2", binary_logarithm},
    OperationRow{Operation::ln, 1, tightest, "", "log", natural_logarithm},
    OperationRow{Operation::log10, 1, tightest, "", "log10", decimal_logarithm},
};

constexpr bool operations_in_order() {
  for (std::size_t i = 0; i < operation_rows.size(); ++i) {
    if (operation_rows[i].operation != static_cast<Operation>(i)) return false;
  }
  return operation_rows.size() == static_cast<std::size_t>(Operation::count);
}
static_assert(operations_in_order());

}  // namespace

const OperationRow& row_of(Operation operation) {
  return operation_rows[static_cast<std::size_t>(operation)];
}

}  // namespace reckon::arithmetic
