// SPDX-License-Identifier: MIT
// The words behind a number that mean different things in different slots: k M G B T, m, Ki Mi Gi, bps, x.
// What they mean follows from the expected dimension and from what stands around them, in this one place.
#pragma once

#include "units/expectation.hpp"
#include "units/refusal.hpp"
#include "units/unit_expression.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace reckon::units {

/// What stands behind the word.
enum class Follower : std::uint8_t {
  nothing,      ///< the word ends the quantity
  unit,         ///< another unit word: `10M users`
  over,         ///< `/` or `per`
  other_joint,  ///< the word is the first factor of a product or power
};

struct SlotWord {
  std::string_view text;
  bool is_glued = false;  ///< no space between the number and the word
  Follower follower = Follower::nothing;
  bool is_money = false;  ///< a currency stands in front of the number
  double number = 0.0;
  std::string_view number_written;  ///< for suggestions
};

struct Meaning {
  enum class Kind : std::uint8_t {
    listed,      ///< no special word: the table of units decides
    magnitude,   ///< `factor` multiplies the number
    unit,        ///< `unit`, with `note`
    multiplier,  ///< 10x
    not_taken,   ///< prose: the quantity ends before the word
    refused,
  };
  Kind kind = Kind::listed;
  double factor = 1.0;
  bool is_letter = false;  ///< the magnitude is a letter
  Unit unit;
  std::string_view note;
  Reason reason = Reason::ambiguous_unit;
  std::string help;
};

Meaning meaning_of(const SlotWord& word, const Expectation& expect, UnitPlace place);

}  // namespace reckon::units
