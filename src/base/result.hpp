// SPDX-License-Identifier: MIT
// A value, or the one reason why there is none.
#pragma once

#include "base/diagnostic.hpp"

#include <tl/expected.hpp>

namespace reckon::base {

template <class Value>
using Result = tl::expected<Value, Diagnostic>;

using Failure = tl::unexpected<Diagnostic>;

}  // namespace reckon::base
