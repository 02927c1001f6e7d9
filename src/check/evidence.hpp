// SPDX-License-Identifier: MIT
// What findings are made from.
#pragma once

#include "base/source.hpp"
#include "check/collected.hpp"
#include "check/context.hpp"
#include "check/derived_numbers.hpp"

namespace reckon::check {

struct Evidence {
  const base::Sources& sources;
  const Context& context;
  const Collected& collected;
  const DerivedNumbers& derived;
};

}  // namespace reckon::check
