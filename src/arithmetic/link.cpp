// SPDX-License-Identifier: MIT
#include "arithmetic/link.hpp"

namespace reckon::arithmetic {

bool relates(Role role) {
  return role == Role::relation || role == Role::leap || role == Role::alternative || role == Role::about;
}

bool ends_clause(Role role) {
  return role == Role::conjunction || role == Role::pronoun;
}

bool rounds(Role role) {
  return role == Role::rounded_up || role == Role::rounded_down;
}

Rounding rounding_of(Role role) {
  return role == Role::rounded_up ? Rounding::up : Rounding::down;
}

bool soften(Role role, Link& link) {
  switch (role) {
    case Role::about:
      link.approximate = true;
      return true;
    case Role::at_least:
      link.bound = units::Comparator::at_least;
      return true;
    case Role::at_most:
      link.bound = units::Comparator::at_most;
      return true;
    case Role::rounded_up:
      link.rounding = Rounding::up;
      return true;
    case Role::rounded_down:
      link.rounding = Rounding::down;
      return true;
    case Role::leap:
      if (link.joint != Joint::equals && link.joint != Joint::about) link.joint = Joint::leap;
      return true;
    case Role::content:
    case Role::article:
    case Role::relation:
    case Role::alternative:
    case Role::total:
    case Role::pronoun:
    case Role::auxiliary:
    case Role::adverb:
    case Role::preposition:
    case Role::of:
      return true;
    case Role::number:
    case Role::scale:
    case Role::share:
    case Role::multiple:
    case Role::times:
    case Role::over:
    case Role::plus:
    case Role::minus:
    case Role::per:
    case Role::each:
    case Role::period:
    case Role::conjunction:
      return false;
  }
  return false;
}

}  // namespace reckon::arithmetic
