// SPDX-License-Identifier: MIT
#include "units/characters.hpp"
#include "units/lookup.hpp"
#include "units/refusal.hpp"
#include "units/unit.hpp"
#include "units/unit_expression.hpp"

#include <cmath>

namespace reckon::units {
namespace {

/// The whole number of which `factor` is the inverse, or 0.
double whole_inverse(double factor) {
  if (!(factor > 0.0 && factor < 1.0)) return 0.0;
  const double inverse = std::round(1.0 / factor);
  return 1.0 / inverse == factor ? inverse : 0.0;
}

}  // namespace

double to_base(double number, double factor) {
  const double inverse = whole_inverse(factor);
  return inverse == 0.0 ? number * factor : number / inverse;
}

double from_base(double base_value, double factor) {
  const double inverse = whole_inverse(factor);
  return inverse == 0.0 ? base_value / factor : base_value * inverse;
}

base::Result<Unit> read_unit(std::string_view text) {
  const std::size_t begin = skip_spaces(text, 0);
  if (begin == text.size()) return Unit{};
  const UnitReading read = read_unit_expression(text, begin, UnitPlace::whole);
  const std::size_t rest = skip_spaces(text, read.end);
  if (read.fault == UnitFault::none && rest == text.size()) return read.unit;
  return base::Failure(explain(refusal_of(read, text), text));
}

}  // namespace reckon::units
