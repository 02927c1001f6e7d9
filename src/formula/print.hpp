// SPDX-License-Identifier: MIT
// Formula -> text: canonical, or with something else written in place of the names ("100,000 request/s × 50
// µs").
#pragma once

#include "formula/formula.hpp"

#include <functional>
#include <string>

namespace reckon::formula {

/// Canonical text that parses back to an equal formula in the same scope; ASCII but for currency signs.
std::string print(const Formula& formula);

/// What stands in place of a name: text, and whether it must be put in parentheses like a sum or a product.
enum class Binding { atom, product, sum };
struct Replacement {
  std::string text;
  Binding binding = Binding::atom;
};

/// For people: × and ÷, names replaced, parentheses only where needed. Also tells how tightly the result
/// binds.
Replacement print_with(const Formula& formula, const std::function<Replacement(const Node&)>& name);

}  // namespace reckon::formula
