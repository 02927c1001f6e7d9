// SPDX-License-Identifier: MIT
#include "arithmetic/link.hpp"

namespace reckon::arithmetic {

bool rounds(Role role) {
  return rounding_of(role) != Rounding::unsaid;
}

Rounding rounding_of(Role role) {
  const Between between = row_of(role).between;
  if (between == Between::rounds_up) return Rounding::up;
  return between == Between::rounds_down ? Rounding::down : Rounding::unsaid;
}

bool soften(Role role, Link& link) {
  const Between between = row_of(role).between;
  const bool has_sign = link.joint == Joint::equals || link.joint == Joint::about;
  if (between == Between::about) link.approximate = true;
  if (between == Between::at_least) link.bound = units::Comparator::at_least;
  if (between == Between::at_most) link.bound = units::Comparator::at_most;
  if (between == Between::leaps && !has_sign) link.joint = Joint::leap;
  if (rounds(role)) link.rounding = rounding_of(role);
  return between != Between::ends;
}

}  // namespace reckon::arithmetic
