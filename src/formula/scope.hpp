// SPDX-License-Identifier: MIT
// The names that a formula may use.
#pragma once

#include "base/source.hpp"
#include "units/dimension.hpp"

#include <span>
#include <string>

namespace reckon::formula {

/// A name that a formula may use. Its position in the scope is its slot.
struct Name {
  std::string name;  ///< may be dotted: `fleet.cores`
  units::Dimension dimension;
  base::Span declared;  ///< shown as a secondary label
};

struct Scope {
  std::span<const Name> names;
  /// Prose and `calc`: counted axes need not agree; only time, data, money and length must.
  bool transparent_counts = false;
};

}  // namespace reckon::formula
