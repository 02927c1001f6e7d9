// SPDX-License-Identifier: MIT
// What the C++ signature of a typed kernel is at run time.
#pragma once

#include "units/dimension.hpp"

#include <span>

namespace reckon::formula {

/// What a typed kernel takes at one place.
struct Parameter {
  units::Dimension dimension;
  bool is_count = false;  ///< a plain number or any counted one; `dimension` is then meaningless
};

/// The rule of a typed kernel, derived from its C++ signature.
struct Signature {
  std::span<const Parameter> parameters;
  units::Dimension result;
};

}  // namespace reckon::formula
