// SPDX-License-Identifier: MIT
// What a formula yields: a quantity of some dimension, or a truth.
#pragma once

#include "units/dimension.hpp"

namespace reckon::formula {

struct Type {
  units::Dimension dimension;
  bool is_truth = false;

  bool operator==(const Type&) const = default;
};

}  // namespace reckon::formula
