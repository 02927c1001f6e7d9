// SPDX-License-Identifier: MIT
// Numbers of a response that could have been taken for another one by mistake.
#pragma once

#include "check/collected.hpp"
#include "derive/judge/slips.hpp"

#include <cstddef>
#include <vector>

namespace reckon::check {

/// What stands beside a claim, in its cell or its line, and then what stands nearest; a few dozen at most.
std::vector<derive::OtherNumber> other_numbers(const Collected& collected, std::size_t claim);

}  // namespace reckon::check
