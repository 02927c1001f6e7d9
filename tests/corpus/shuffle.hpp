// SPDX-License-Identifier: MIT
// A document whose numbers have each other's digits: nothing follows from anything any more, and whatever is
// derived all the same is an accident.
#pragma once

#include "corpus/checked.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace reckon::corpus {

struct Shuffled {
  std::string text;               ///< as long as before, every number in its place
  std::set<std::size_t> changed;  ///< where the first significant digits of other numbers stand now
};

/// Numbers with as many significant digits change them at random among themselves; a number that has few of
/// its kind gets digits at random. Zeros around them, signs and units stay. The same seed gives the same
/// text.
Shuffled shuffle_mantissas(const std::string& text, const std::vector<Number>& numbers, std::uint64_t seed);

}  // namespace reckon::corpus
