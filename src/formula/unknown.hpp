// SPDX-License-Identifier: MIT
// Words of a formula that mean nothing, gathered into one diagnostic that marks them all.
#pragma once

#include "base/diagnostic.hpp"
#include "formula/scope.hpp"

#include <string>
#include <vector>

namespace reckon::formula {

struct UnknownWord {
  base::Span span;
  std::string word;
  bool called = false;  ///< stands in front of a parenthesis
};

/// `words` has at least one.
base::Diagnostic unknown_words(const std::vector<UnknownWord>& words, const Scope& scope);

}  // namespace reckon::formula
