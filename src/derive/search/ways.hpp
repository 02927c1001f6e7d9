// SPDX-License-Identifier: MIT
// All ways in which a handful of numbers, each taken once, come to a number of a wanted kind. What a way
// costs is its share among all that fit the unit: where dimensions and words leave one way, it is free.
#pragma once

#include "derive/page/page.hpp"

#include <optional>
#include <span>
#include <vector>

namespace reckon::derive {

/// What the words between an operand and the one before it say.
enum class Bond : std::uint8_t {
  none,
  binds,  ///< "probes of 10 s", "14 GB a day for 30 days": a product or a quotient
  adds,   ///< "and a TTL of 30 s", "plus", a comma in a list
};

struct Operand {
  MentionId mention = nowhere;  ///< `nowhere` for a period that only words name
  arithmetic::Period period = arithmetic::Period::none;
  Bond bond = Bond::none;     ///< with the operand before
  bool is_each = false;       ///< said of one: "2 KB each"
  bool is_whole = false;      ///< "of 2M requests": a share of it is taken
  bool is_of_wanted = false;  ///< said of one of the things that the target counts: "16 per node" of nodes
  bool is_multiple = false;   ///< "three times that", "peak (3x)": nothing but a factor
  bool is_often = false;      ///< "every 10 s", "once a minute": how often, which is one over the time
  std::uint32_t times = nowhere;  ///< of a page's constants, "twice a day": so many in one such time
};

struct Way {
  std::vector<arithmetic::Node> nodes;  ///< operands count from 0; the last is the root
  double value = 0.0;                   ///< in base units
  double low = 0.0;
  double high = 0.0;
  float price = 0.0F;
  bool guesses = false;   ///< takes a sum, a difference or the rest of a share that no word tells
  bool is_tight = false;  ///< of measures that make the unit of another: a rate and a time, a rate and a size
};

/// The largest number of operands that is read.
inline constexpr std::size_t most_operands = 4;

/// The ways to come to what `target` counts, cheapest first. `is_one`: the target is said of one thing.
/// Bounded by the number of operands.
std::vector<Way> ways(const Page& page, std::span<const Operand> operands, MentionId target, bool is_one);

}  // namespace reckon::derive
