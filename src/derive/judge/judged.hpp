// SPDX-License-Identifier: MIT
// What became of each number.
#pragma once

#include "derive/judge/accusation.hpp"

#include <cstdint>
#include <vector>

namespace reckon::derive {

enum class Fate : std::uint8_t {
  input,  ///< nothing yields it, and nothing says that something does
  explained,
  unexplained,  ///< a calculation is said to yield it, and does not, or not clearly
  accused,
  inherited,  ///< follows from an accused number
};

struct Story {
  Fate fate = Fate::input;
  std::uint32_t by = nowhere;  ///< the best derivation: that explains it, or that it fails
  float evidence = 0.0F;
};

struct Judged {
  std::vector<Story> stories;  ///< one for each mention
  std::vector<Accusation> weighed;
};

}  // namespace reckon::derive
